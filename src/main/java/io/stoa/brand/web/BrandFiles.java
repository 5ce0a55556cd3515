package io.stoa.brand.web;

import io.stoa.brand.Brand;
import io.stoa.brand.BrandKit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of a brand that pages load. Their addresses name their content: browsers keep them for a year. */
@RestController
@RequestMapping("/brand")
class BrandFiles {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");
    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** Whoever opens a picture by itself sees a picture. */
    private static final String ONLY_SHOWN = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final Brand brand;

    BrandFiles(Brand brand) {
        this.brand = brand;
    }

    @GetMapping("/{version:\\d{1,18}}/brand.css")
    ResponseEntity<String> styles(@PathVariable long version, HttpServletRequest request) {
        return text(version, CSS, request, kit -> Brand.styles(kit, ":root"));
    }

    @GetMapping("/{version:\\d{1,18}}/icon.svg")
    ResponseEntity<String> icon(@PathVariable long version, HttpServletRequest request) {
        return text(version, SVG, request, Brand::icon);
    }

    /** What a phone wants to know to put the shop on its first screen. */
    @GetMapping("/{version:\\d{1,18}}/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(@PathVariable long version, HttpServletRequest request) {
        return brand.version(version)
                .map(kit -> kept(Brand.manifest(kit), MANIFEST, request).body(shown(kit)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Map<String, Object> shown(BrandKit kit) {
        return Map.ofEntries(
                Map.entry("name", kit.name()),
                Map.entry("short_name", kit.name()),
                Map.entry("description", Objects.requireNonNullElse(kit.strapline().get("en"), kit.name())),
                Map.entry("id", "/shop"),
                Map.entry("start_url", "/shop"),
                Map.entry("scope", "/shop"),
                Map.entry("display", "standalone"),
                Map.entry("categories", List.of("shopping")),
                Map.entry("theme_color", Brand.inks(kit).accent()),
                Map.entry("background_color", "#fbfaf7"),
                Map.entry("icons", icons(Brand.mark(Brand.icon(kit)))));
    }

    /** Named with their content too: a phone looks for another icon where the address is another. */
    private static List<Map<String, String>> icons(String mark) {
        return List.of(
                icon("icon.svg?" + mark, "image/svg+xml", "any", "any"),
                icon("shaped-192.png?" + mark, "image/png", "192x192", "any"),
                icon("shaped-512.png?" + mark, "image/png", "512x512", "any"),
                icon("full-192.png?" + mark, "image/png", "192x192", "maskable"),
                icon("full-512.png?" + mark, "image/png", "512x512", "maskable"));
    }

    private static Map<String, String> icon(String src, String type, String sizes, String purpose) {
        return Map.of("src", src, "type", type, "sizes", sizes, "purpose", purpose);
    }

    @GetMapping("/{version:\\d{1,18}}/{ground:shaped|full}-{side:180|192|512}.png")
    ResponseEntity<byte[]> appIcon(
            @PathVariable long version, @PathVariable String ground, @PathVariable int side, HttpServletRequest request) {
        return brand.version(version)
                .map(kit -> kept(Brand.icon(kit), MediaType.IMAGE_PNG, request).body(Brand.icon(kit, side, ground.equals("full"))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/logo/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> logo(@PathVariable String hash) {
        return brand.logo(hash)
                .map(logo -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf(logo.type()))
                        .cacheControl(FOREVER)
                        .header("Content-Security-Policy", ONLY_SHOWN)
                        .body(logo.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<String> text(
            long version, MediaType type, HttpServletRequest request, Function<BrandKit, String> content) {
        return brand.version(version)
                .map(content)
                .map(made -> kept(made, type, request).body(made))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** For good only under the address that this very content has: an older Stoa may be asked for a newer one's. */
    private static ResponseEntity.BodyBuilder kept(String content, MediaType type, HttpServletRequest request) {
        boolean its = Brand.mark(content).equals(request.getQueryString());
        return ResponseEntity.ok().contentType(type).cacheControl(its ? FOREVER : CacheControl.noCache());
    }
}
