package io.stoa.sms.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.page.PageFrame;
import io.stoa.sms.SentText;
import io.stoa.sms.Sms;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the shop wrote to telephones: sent, waiting or failed. */
@Controller
@AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
public class SmsPage {

    private static final int ROWS = 50;

    private final Sms sms;

    SmsPage(Sms sms) {
        this.sms = sms;
    }

    /** A message in words; {@code state} and {@code tone} of its badge. */
    public record Row(String words, String to, String state, String tone, @Nullable String cause, String written) {}

    @GetMapping("/office/sms")
    ModelAndView list(@RequestParam(required = false) @Nullable Long before, PageFrame frame) {
        var page = sms.list(before, ROWS);
        List<Row> rows = page.items().stream().map(text -> row(text, frame)).toList();
        var model = new HashMap<String, Object>();
        model.put("rows", rows);
        model.put("carrier", sms.carrier());
        if (before != null) {
            model.put("first", "/office/sms");
        }
        if (page.next() != null) {
            model.put("next", "/office/sms?before=" + page.next());
        }
        return new ModelAndView("sms/list", model);
    }

    private static Row row(SentText text, PageFrame frame) {
        var tone = switch (text.state()) {
            case WAITING -> "wait";
            case SENT -> "good";
            case FAILED -> "stop";
            case LAPSED -> "info";
        };
        var written = frame.moment(text.writtenAt(), ZoneId.systemDefault());
        return new Row(text.words(), text.to(), frame.t("sms.state." + text.state()), tone, text.cause(), written);
    }
}
