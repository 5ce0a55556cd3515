package io.stoa.office.returns;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.page.PageFrame;
import io.stoa.returns.policy.ReturnPolicies;
import io.stoa.shared.Expected;
import io.stoa.shared.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For how long goods may come back. */
@Controller
@AllowedTo({Role.MANAGER, Role.ADMIN})
@RequestMapping(PolicyPage.HERE)
class PolicyPage {

    static final String HERE = "/office/returns/policy";

    private final ReturnPolicies policies;
    private final Catalog catalog;

    PolicyPage(ReturnPolicies policies, Catalog catalog) {
        this.policies = policies;
        this.catalog = catalog;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String said, PageFrame frame) {
        var policy = policies.policy();
        return page(PolicyForm.of(policy.value(), policy.version()), Map.of(), said, frame);
    }

    @PostMapping
    ModelAndView save(@RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var form = PolicyForm.read(typed);
        var errors = form.errors(frame.texts());
        if (!errors.isEmpty()) {
            var page = page(form, errors, "", frame);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var said = policies.save(form.policy(), new Expected.Version(Set.of(form.edited())), caller.touchpoint())
                        instanceof Saved.Done
                ? "saved"
                : "stale";
        return new ModelAndView("redirect:" + HERE + "?said=" + said);
    }

    private ModelAndView page(PolicyForm form, Map<String, String> errors, String said, PageFrame frame) {
        var language = frame.texts().language();
        var shelves = catalog.categories().stream()
                .map(shelf -> new ReturnsShown.Choice(shelf.slug(), path(shelf, language)))
                .toList();
        return new ModelAndView(
                "office/returns/policy",
                Map.of(
                        "form", form,
                        "errors", errors,
                        "shelves", withUnknown(shelves, form),
                        "said", Set.of("saved", "stale").contains(said) ? said : ""));
    }

    /** A shelf that is gone keeps its rule until somebody takes it away. */
    private static List<ReturnsShown.Choice> withUnknown(List<ReturnsShown.Choice> shelves, PolicyForm form) {
        var all = new ArrayList<>(shelves);
        form.rows().stream()
                .map(PolicyForm.Row::shelf)
                .filter(slug -> shelves.stream().noneMatch(shelf -> shelf.value().equals(slug)))
                .forEach(slug -> all.add(new ReturnsShown.Choice(slug, slug)));
        return all;
    }

    private String path(Category shelf, String language) {
        var above = shelf.parentSlug() == null ? null : catalog.category(shelf.parentSlug()).orElse(null);
        return above == null ? shelf.name(language) : path(above, language) + " / " + shelf.name(language);
    }
}
