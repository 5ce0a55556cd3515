package io.stoa.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * The drawing of an article as a file of its own, for whoever shows pictures by their address. Its lines are those of
 * {@code garments.svg} and its colours those of {@code stoa.css}, which pages use as well. Without a ground: it stands on
 * that of the page.
 */
public final class DrawnPicture {

    private static final Pattern SYMBOL =
            Pattern.compile("<symbol id=\"([a-z]+)\" viewBox=\"([0-9 ]+)\">(.*?)</symbol>", Pattern.DOTALL);
    private static final Pattern COLOURS = Pattern.compile("\\.cloth[a-z-]* \\{[^}]*\\}");
    private static final String GARMENTS = read("/static/garments.svg");
    private static final String CLOTHS =
            COLOURS.matcher(read("/static/stoa.css")).results().map(MatchResult::group).collect(Collectors.joining("\n"));

    private DrawnPicture() {}

    /** As SVG: what the texts call it, the title before the shelf, in the first colour that the others name. */
    public static String of(String title, List<String> texts, List<String> colours) {
        var drawing = Drawing.of(texts).orElse(Drawing.PARCEL);
        var cloth = Cloth.of(colours).map(Cloth::cssClass).orElse("");
        var symbol = SYMBOL.matcher(GARMENTS)
                .results()
                .filter(one -> one.group(1).equals(drawing.symbol()))
                .findFirst()
                .orElseThrow();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-35 -42 270 324" role="img" aria-label="%s">
                <style>%s</style>
                <g class="cloth %s">%s</g>
                </svg>
                """.formatted(HtmlUtils.htmlEscapeDecimal(title, "UTF-8"), CLOTHS, cloth, symbol.group(3));
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(DrawnPicture.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
