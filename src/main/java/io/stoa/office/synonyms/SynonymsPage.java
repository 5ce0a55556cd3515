package io.stoa.office.synonyms;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.search.Search;
import io.stoa.search.Synonyms;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Saved;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Groups of words that mean the same: the list, one to change, a new one. Searches know each at once. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MARKETER, Role.MANAGER, Role.ADMIN})
class SynonymsPage {

    static final String HERE = "/office/synonyms";

    private final Search search;
    private final Ids ids;

    SynonymsPage(Search search, Ids ids) {
        this.search = search;
        this.ids = ids;
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(defaultValue = "") String said) {
        return list(said, "", false);
    }

    @PostMapping(HERE)
    ModelAndView add(@RequestParam(defaultValue = "") String words, Caller caller) {
        var group = group("words-" + ids.next(), words);
        return group.isPresent() && search.save(group.get(), new Expected.Nothing(), caller.touchpoint()) instanceof Saved.Done
                ? new ModelAndView("redirect:" + HERE + "?said=saved")
                : unfit(list("", words, true));
    }

    @GetMapping(HERE + "/{name}")
    ModelAndView show(@PathVariable String name, @RequestParam(defaultValue = "") String said) {
        var there = search.synonyms(name).orElseThrow(SynonymsPage::missing);
        return one(name, String.join(", ", there.value().words()), there.version(), said, false);
    }

    @PostMapping(HERE + "/{name}")
    ModelAndView change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") long version,
            Caller caller) {
        var group = group(name, words);
        if (group.isEmpty()) {
            return unfit(one(name, words, version, "", true));
        }
        return switch (search.save(group.get(), new Expected.Version(Set.of(version)), caller.touchpoint())) {
            case Saved.Done _ -> new ModelAndView("redirect:" + HERE + "?said=saved");
            case Saved.Stale _ -> new ModelAndView("redirect:" + HERE + "/" + name + "?said=stale");
        };
    }

    @PostMapping(HERE + "/{name}/removal")
    String remove(@PathVariable String name, @RequestParam(defaultValue = "0") long version, Caller caller) {
        boolean gone = search.forget(name, new Expected.Version(Set.of(version)), caller.touchpoint());
        return "redirect:" + HERE + (gone ? "?said=removed" : "/" + name + "?said=stale");
    }

    private ModelAndView list(String said, String typed, boolean wrong) {
        return new ModelAndView(
                "office/synonyms/list", Map.of("groups", search.synonyms(), "said", known(said), "typed", typed, "wrong", wrong));
    }

    private static ModelAndView one(String name, String typed, long version, String said, boolean wrong) {
        return new ModelAndView(
                "office/synonyms/one", Map.of("name", name, "typed", typed, "version", version, "said", known(said), "wrong", wrong));
    }

    private static String known(String said) {
        return List.of("saved", "removed", "stale").contains(said) ? said : "";
    }

    private static Optional<Synonyms> group(String name, String words) {
        try {
            var some = Arrays.stream(words.split("[,;\\n]")).filter(word -> !word.isBlank()).toList();
            return Optional.of(new Synonyms(name, some));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such group of words."));
    }
}
