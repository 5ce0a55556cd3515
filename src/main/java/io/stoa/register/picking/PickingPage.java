package io.stoa.register.picking;

import io.stoa.access.Caller;
import io.stoa.bins.Bin;
import io.stoa.bins.Bins;
import io.stoa.page.PageFrame;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Sku;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pick list of a store. Whoever finds an article elsewhere says so there, and the next one walks straight to it. */
@Controller
@RequestMapping("/till/pickups/picking")
class PickingPage {

    private static final String HERE = "redirect:/till/pickups/picking";
    private static final int LABEL_MAX = 20;

    private final Stores stores;
    private final Picking picking;
    private final Bins bins;

    PickingPage(Stores stores, Picking picking, Bins bins) {
        this.stores = stores;
        this.picking = picking;
        this.bins = bins;
    }

    @GetMapping
    ModelAndView list(Caller caller, PageFrame frame) {
        var store = stores.at(caller);
        return new ModelAndView("till/picking", Map.of("store", store.name(), "list", picking.at(store, frame.texts())));
    }

    @PostMapping("/begin")
    String begin(Caller caller, PageFrame frame, RedirectAttributes flash) {
        int begun = picking.begin(stores.at(caller), caller.touchpoint());
        flash.addFlashAttribute("done", frame.texts().count("picking.begun", begun));
        return HERE;
    }

    /** Empty: nowhere in particular. */
    @PostMapping("/bins")
    String bin(
            @RequestParam Sku sku,
            @RequestParam(defaultValue = "") String bin,
            Caller caller,
            PageFrame frame,
            RedirectAttributes flash) {
        var label = bin.strip();
        if (label.length() > LABEL_MAX) {
            flash.addFlashAttribute("problem", frame.t("picking.long"));
        } else if (bins.put(sku, stores.at(caller).id(), label.isEmpty() ? null : new Bin(label), caller.touchpoint())) {
            flash.addFlashAttribute("done", frame.t(label.isEmpty() ? "picking.nowhere.said" : "picking.said", label));
        } else {
            flash.addFlashAttribute("problem", frame.t("picking.unknown"));
        }
        return HERE;
    }
}
