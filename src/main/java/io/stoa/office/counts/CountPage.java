package io.stoa.office.counts;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.counting.CountOutcome;
import io.stoa.counting.CountOutcome.Done;
import io.stoa.counting.CountSheet;
import io.stoa.counting.CountSheet.Line;
import io.stoa.counting.CountSheet.State;
import io.stoa.counting.Counting;
import io.stoa.counting.Entry;
import io.stoa.counting.SheetId;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.office.counts.CountsShown.Scanned;
import io.stoa.office.purchasing.Names;
import io.stoa.page.PageFrame;
import io.stoa.shared.Sku;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** One count: an article is scanned, its number is typed, and the next is scanned. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class CountPage {

    private static final String HERE = CountsPage.HERE + "/{id}";

    private final Counting counting;
    private final CountRows rows;
    private final Names names;
    private final Catalog catalog;

    CountPage(Counting counting, CountRows rows, Names names, Catalog catalog) {
        this.counting = counting;
        this.rows = rows;
        this.names = names;
        this.catalog = catalog;
    }

    @GetMapping(HERE)
    ModelAndView show(
            @PathVariable SheetId id,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String said,
            PageFrame frame) {
        var sheet = find(id);
        var scanned = sheet.state() == State.COUNTING ? scanned(sheet, article.strip(), frame) : Optional.<Scanned>empty();
        var model = new HashMap<String, Object>(Map.of("one", rows.one(sheet, frame)));
        model.put("scanned", scanned.orElse(null));
        model.put("said", !article.isBlank() && scanned.isEmpty() ? "unknown" : said.matches("[a-z]{1,12}") ? said : "");
        return new ModelAndView("office/counts/one", model);
    }

    /** The key is made with the form: sent twice it counts as of the first time. */
    @PostMapping(HERE + "/entries")
    String enter(
            @PathVariable SheetId id,
            @RequestParam String sku,
            @RequestParam(defaultValue = "") String pieces,
            @RequestParam(defaultValue = "") String key,
            Caller caller) {
        var page = "redirect:" + CountsPage.HERE + "/" + id;
        if (!pieces.strip().matches("\\d{1,5}") || !key.matches("\\d{1,19}")) {
            return page + "?said=incomplete&article=" + UriUtils.encode(sku, StandardCharsets.UTF_8);
        }
        var entry = new Entry("office:" + key, new Sku(sku), Integer.parseInt(pieces.strip()));
        return page + "?said=" + switch (counting.enter(id, entry, caller.touchpoint())) {
            case Done _ -> "entered";
            case CountOutcome.NoSuchSheet _ -> throw missing();
            case CountOutcome.OtherGoods _ -> "unknown";
            default -> "changed";
        };
    }

    @GetMapping(HERE + "/lines.csv")
    void export(@PathVariable SheetId id, PageFrame frame, HttpServletResponse response) throws IOException {
        var sheet = find(id);
        var worths = counting.assess(sheet).worths();
        var titles = names.titles(sheet.lines().stream().map(Line::sku).toList(), frame.texts());
        try (var out = Csv.file(response, "count.csv", "sku", "title", "counted", "books", "difference", "worth", "by", "at")) {
            for (var line : sheet.lines()) {
                var worth = line.difference() == null ? null : worths.get(line.sku());
                out.write(Csv.line(
                        line.sku(),
                        titles.getOrDefault(line.sku(), line.sku().value()),
                        said(line.counted()),
                        said(line.expected()),
                        said(line.difference()),
                        said(worth == null ? null : worth.decimal()),
                        said(line.by()),
                        said(line.at())));
            }
        }
    }

    private static Object said(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "");
    }

    private Optional<Scanned> scanned(CountSheet sheet, String article, PageFrame frame) {
        var sku = article.isEmpty() ? Optional.<Sku>empty() : catalog.scan(article);
        return sku.map(found -> {
            var before = sheet.lines().stream().filter(line -> line.sku().equals(found)).map(Line::counted).filter(Objects::nonNull).findFirst();
            var title = names.titles(List.of(found), frame.texts()).getOrDefault(found, found.value());
            return new Scanned(found.value(), title, before.orElse(null));
        });
    }

    private CountSheet find(SheetId id) {
        return counting.find(id).orElseThrow(CountPage::missing);
    }

    static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such count."));
    }
}
