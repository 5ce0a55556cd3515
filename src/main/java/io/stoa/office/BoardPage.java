package io.stoa.office;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.page.PageFrame;
import io.stoa.replay.Replay;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The live board, its figures alone for open boards, and the speed of the replay. */
@Controller
class BoardPage {

    private final BoardView view;
    private final ObjectProvider<Replay> replay;

    BoardPage(BoardView view, ObjectProvider<Replay> replay) {
        this.view = view;
        this.replay = replay;
    }

    @GetMapping("/office")
    ModelAndView board(PageFrame frame) {
        return new ModelAndView("office/board", Map.of("board", view.of(frame)));
    }

    @GetMapping("/office/board/figures")
    ModelAndView figures(PageFrame frame) {
        return new ModelAndView("office/figures", Map.of("board", view.of(frame)));
    }

    @PostMapping("/office/replay")
    @AllowedTo({Role.MANAGER, Role.ADMIN})
    String speed(@RequestParam int speed) {
        replay.ifAvailable(running -> running.setSpeed(speed));
        return "redirect:/office";
    }
}
