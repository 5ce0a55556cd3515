package io.stoa.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures of all pages that tests look at, once each at a width and in a theme, to be looked at by people: {@code
 * target/pages/index.html} shows them side by side. Test processes that run at the same time share it.
 */
final class ContactSheet {

    private static final Path FOLDER = Path.of("target", "pages");
    private static final Path INDEX = FOLDER.resolve("index.html");
    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title>
            <style>body{display:flex;flex-wrap:wrap;gap:8px;font:11px sans-serif;background:#888}figure{margin:0;width:270px;overflow:hidden}
            img{width:100%;max-height:340px;object-fit:cover;object-position:top}.narrow{width:157px}</style>
            """;
    private static final Set<String> KEPT = ConcurrentHashMap.newKeySet();
    private static final int NAME_MAX = 90;

    /** What is below that of a long list looks like what is above. */
    private static final double HEIGHT_MAX = 2000;

    private ContactSheet() {}

    /** Whether this process has no picture yet of the page of that name at that width. */
    static boolean lacks(String name, int width) {
        return KEPT.add(name + "-" + width);
    }

    static void keep(Page page, String name, ColorScheme scheme) {
        int width = page.viewportSize().width;
        var file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".jpg";
        var height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        boolean known = Files.exists(FOLDER.resolve(file));
        var _ = page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(file))
                .setType(ScreenshotType.JPEG)
                .setQuality(70)
                .setFullPage(true)
                .setClip(0, 0, width, Math.min(HEIGHT_MAX, height)));
        if (!known) {
            add("<figure%s><a href=\"%s\"><img loading=\"lazy\" alt=\"\" src=\"%s\"></a><figcaption>%s</figcaption></figure>\n"
                    .formatted(width < 600 ? " class=\"narrow\"" : "", file, file, file.replace(".jpg", "")));
        }
    }

    private static void add(String figure) {
        try {
            try {
                Files.writeString(INDEX, HEAD, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException begun) {
                // Another page came first.
            }
            Files.writeString(INDEX, figure, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same for all pages of a kind: numbers, keys and the names of samples do not matter. */
    static String name(String url) {
        var address = URI.create(url);
        var query = address.getRawQuery() == null ? "" : "-" + address.getRawQuery();
        var name = (address.getPath() + query)
                .replaceAll("[A-Za-z0-9_-]{20,}", "key")
                .replaceAll("[0-9]+", "")
                .replaceAll("[^A-Za-z]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name.substring(0, Math.min(NAME_MAX, name.length()));
    }
}
