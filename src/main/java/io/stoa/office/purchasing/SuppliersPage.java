package io.stoa.office.purchasing;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.purchasing.Supplier;
import io.stoa.purchasing.SupplierId;
import io.stoa.purchasing.Suppliers;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Saved;
import io.stoa.shared.Versioned;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Suppliers: the list with a form for a new one, and one to change. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class SuppliersPage {

    private static final String HERE = PurchasesPage.HERE + "/suppliers";

    private final Suppliers suppliers;
    private final Ids ids;

    SuppliersPage(Suppliers suppliers, Ids ids) {
        this.suppliers = suppliers;
        this.ids = ids;
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(defaultValue = "") String said) {
        return list(SupplierForm.fresh(), Map.of(), said);
    }

    @PostMapping(HERE)
    ModelAndView add(@ModelAttribute SupplierForm form, Caller caller, PageFrame frame) {
        var errors = form.errors(frame.texts());
        if (!errors.isEmpty()) {
            return unfit(list(form, errors, ""));
        }
        var _ = suppliers.save(form.supplier(new SupplierId(ids.next())), new Expected.Nothing(), caller.touchpoint());
        return new ModelAndView("redirect:" + HERE + "?said=saved");
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView show(@PathVariable SupplierId id, @RequestParam(defaultValue = "") String said) {
        var there = find(id);
        return one(there.value(), SupplierForm.of(there), Map.of(), said);
    }

    @PostMapping(HERE + "/{id}")
    ModelAndView change(@PathVariable SupplierId id, @ModelAttribute SupplierForm form, Caller caller, PageFrame frame) {
        var there = find(id);
        var errors = form.errors(frame.texts());
        if (!errors.isEmpty()) {
            return unfit(one(there.value(), form, errors, ""));
        }
        var seen = new Expected.Version(Set.of(Objects.requireNonNullElse(form.version(), 0L)));
        return switch (suppliers.save(form.supplier(id), seen, caller.touchpoint())) {
            case Saved.Done _ -> new ModelAndView("redirect:" + HERE + "/" + id + "?said=saved");
            case Saved.Stale _ -> new ModelAndView("redirect:" + HERE + "/" + id + "?said=stale");
        };
    }

    private ModelAndView list(SupplierForm form, Map<String, String> errors, String said) {
        var all = suppliers.all().stream().map(Versioned::value).toList();
        return new ModelAndView(
                "office/purchasing/suppliers", Map.of("suppliers", all, "form", form, "errors", errors, "said", known(said)));
    }

    private static ModelAndView one(Supplier supplier, SupplierForm form, Map<String, String> errors, String said) {
        var model = new HashMap<String, Object>(Map.of("supplier", supplier, "form", form, "errors", errors));
        model.put("said", known(said));
        return new ModelAndView("office/purchasing/supplier", model);
    }

    private static String known(String said) {
        return Set.of("saved", "stale").contains(said) ? said : "";
    }

    private Versioned<Supplier> find(SupplierId id) {
        return suppliers.find(id).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such supplier.")));
    }

    private static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
