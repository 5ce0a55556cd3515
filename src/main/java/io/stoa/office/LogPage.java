package io.stoa.office;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.events.CursorState;
import io.stoa.events.Cursors;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the readers of the log stand, and which keys they gave up on, with the cause and a way to try again. */
@Controller
public class LogPage {

    private static final int PARKED_MAX = 100;

    private final Cursors cursors;

    LogPage(Cursors cursors) {
        this.cursors = cursors;
    }

    @GetMapping("/office/log")
    ModelAndView show(@RequestParam(defaultValue = "") String said, PageFrame frame) {
        List<CursorState> states = cursors.states().stream()
                .sorted(Comparator.comparing(CursorState::name))
                .toList();
        var parked = cursors.parked(PARKED_MAX).stream()
                .map(one -> new GivenUp(one, frame.moment(one.parkedAt(), ZoneId.systemDefault())))
                .toList();
        return new ModelAndView("office/log", Map.of("states", states, "parked", parked, "said", said));
    }

    /** What a reader of the log does, in words; its own name where there are none. */
    public static String work(String reader, Texts texts) {
        var key = "office.work." + reader;
        var words = texts.get(key);
        return words.equals(key) ? reader : words;
    }

    @PostMapping("/office/log/retries")
    @AllowedTo({Role.MANAGER, Role.ADMIN})
    String retry(@RequestParam String cursor, @RequestParam String key) {
        return "redirect:/office/log?said=" + (cursors.retry(cursor, key) ? "retried" : "gone");
    }
}
