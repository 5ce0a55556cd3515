package io.stoa.http;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** What a problem's type says when somebody opens it: what happened, and what helps. */
@Controller
class ProblemPage {

    @GetMapping("/api/problems")
    ModelAndView all() {
        return new ModelAndView("page/problems", Map.of("types", List.of(ProblemType.values())));
    }

    @GetMapping("/api/problems/{name}")
    ModelAndView one(@PathVariable String name, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String wanted) {
        var type = ProblemType.named(name);
        return type.isPresent() ? new ModelAndView("page/problem", Map.of("type", type.get())) : unknown(name, wanted);
    }

    /** A person gets the page of all that there are, a program the problem that this itself is. */
    private static ModelAndView unknown(String name, String wanted) {
        if (!wanted.contains(MediaType.TEXT_HTML_VALUE)) {
            throw Problems.refuse(Problems.notFound("There is no such problem. /api/problems lists them."));
        }
        var all = new ModelAndView("page/problems", Map.of("types", List.of(ProblemType.values()), "unknown", name));
        all.setStatus(HttpStatus.NOT_FOUND);
        return all;
    }
}
