package io.stoa.office.audit;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.events.Audit;
import io.stoa.events.Event;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.office.Wording;
import io.stoa.page.PageFrame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the staff did, newest first; one act with what was before; all of it as a file. */
@Controller
@AllowedTo({Role.MANAGER, Role.ADMIN})
class AuditPage {

    static final String HERE = "/office/audit";

    private static final int ROWS = 50;
    private static final int EXPORT_MAX = 1_000_000;

    private final Audit audit;
    private final Wording wording;

    AuditPage(Audit audit, Wording wording) {
        this.audit = audit;
        this.wording = wording;
    }

    @ModelAttribute("filter")
    AuditFilter filter(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return new AuditFilter(person.strip(), kind.strip(), subject.strip(), from, until);
    }

    @GetMapping(HERE)
    ModelAndView list(
            @ModelAttribute("filter") AuditFilter filter,
            @RequestParam(required = false) @Nullable Long before,
            PageFrame frame) {
        var page = audit.list(filter.query(before, ROWS, frame.zone(ZoneId.systemDefault())));
        var here = filter.address("");
        var kinds = audit.kinds().stream()
                .filter(type -> !AuditFilter.STEPS.contains(type))
                .map(type -> new AuditShown.Kind(type, Wording.kind(type, frame.texts())))
                .sorted(Comparator.comparing(AuditShown.Kind::name, Collator.getInstance(frame.texts().locale())))
                .toList();
        var shown = new AuditShown(
                filter,
                kinds,
                page.items().stream().map(event -> row(event, frame)).toList(),
                filter.address(".csv"),
                before == null ? null : here,
                page.next() == null ? null : here + (here.endsWith("?") ? "" : "&") + "before=" + page.next());
        return new ModelAndView("office/audit/list", Map.of("shown", shown));
    }

    @GetMapping(HERE + ".csv")
    void export(@ModelAttribute("filter") AuditFilter filter, PageFrame frame, HttpServletResponse response)
            throws IOException {
        try (var out = Csv.file(response, "audit.csv", "number", "at", "who", "door", "location", "device", "what", "subject", "values")) {
            audit.export(
                    filter.query(null, ROWS, frame.zone(ZoneId.systemDefault())),
                    EXPORT_MAX,
                    events -> events.forEach(event -> out.write(line(event))));
        }
    }

    @GetMapping(HERE + "/{seq}")
    ModelAndView show(@PathVariable long seq, PageFrame frame) {
        var event = audit.find(seq).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such event.")));
        var values = Values.of(event, audit.before(event).orElse(null));
        return new ModelAndView(
                "office/audit/one", Map.of("row", row(event, frame), "values", values, "type", event.type()));
    }

    private AuditShown.Row row(Event event, PageFrame frame) {
        var href = event.order() != null
                ? "/office/orders/" + event.order()
                : HERE + "?subject=" + URLEncoder.encode(event.key(), StandardCharsets.UTF_8);
        return new AuditShown.Row(
                event.seq(),
                frame.moment(event.at(), ZoneId.systemDefault()),
                wording.sentence(event, frame.texts()),
                event.key(),
                href);
    }

    private static String line(Event event) {
        return Csv.line(
                event.seq(),
                event.at(),
                event.actor(),
                event.channel(),
                event.location() == null ? "" : event.location(),
                event.device() == null ? "" : event.device(),
                event.type(),
                event.key(),
                event.payload());
    }
}
