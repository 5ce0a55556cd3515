package io.stoa.shop.app;

import io.stoa.page.Assets;
import io.stoa.page.PageFrame;
import io.stoa.shared.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What makes the shop work on a phone without a network. */
@Controller
class AppPages {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    /** The frame of every page of the shop; what else a page shows is kept with it. */
    private static final List<String> SHELL = List.of(
            "stoa.css",
            "font/figtree-latin.woff2",
            "icons.svg",
            "favicon.svg",
            "htmx.org/2.0.8/dist/htmx.min.js",
            "live.js",
            "stoa.js",
            "app.js");

    private final Assets assets;

    AppPages(Assets assets) {
        this.assets = assets;
    }

    /**
     * The worker by an address that stays, below which it may work: a browser asks for it often and takes a new one when a
     * byte differs, which it does as soon as one file of the shell does.
     */
    @GetMapping("/shop/worker.js")
    ResponseEntity<String> worker() {
        var files = SHELL.stream().map(assets::url).toList();
        var script = "self.SHELL = " + Json.write(files) + ";\nimportScripts(" + Json.write(assets.url("app-worker.js")) + ");\n";
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/shop")
                .body(script);
    }

    /** What stands beside a message on a screen: the brand's, under an address that stays. */
    @GetMapping("/shop/icon.png")
    String icon(PageFrame frame) {
        var icon = frame.livery().touchIcon();
        return "redirect:" + (icon == null ? assets.url("favicon.svg") : icon);
    }

    /** Kept by every browser, and shown in place of what it cannot reach. It knows nobody. */
    @GetMapping("/shop/offline")
    String offline() {
        return "shop/app/offline";
    }
}
