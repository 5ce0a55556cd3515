package io.stoa.http;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a problem's type says when somebody opens it: what happened, and what helps. */
@Controller
class ProblemPage {

    @GetMapping("/api/problems")
    ModelAndView all() {
        return new ModelAndView("page/problems", Map.of("types", List.of(ProblemType.values())));
    }

    @GetMapping("/api/problems/{name}")
    ModelAndView one(@PathVariable String name) {
        var type = ProblemType.named(name)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such problem. /api/problems lists them.")));
        return new ModelAndView("page/problem", Map.of("type", type));
    }
}
