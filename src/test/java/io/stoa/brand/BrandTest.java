package io.stoa.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.StoaTest;
import io.stoa.shared.Expected;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One brand, changed by one at a time, kept in all its versions. */
@StoaTest
class BrandTest {

    private static final byte[] DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Brand brand;

    @Autowired
    JdbcClient database;

    @Value("${local.server.port}")
    int port;

    /** Other tests look at pages of the same house. */
    @AfterEach
    void takeOff() {
        assertThat(save(BrandKit.OWN)).isInstanceOf(Saved.Done.class);
    }

    @Test
    void aChangeIsSeenAtOnceAndToldInTheLogOnce() {
        long before = told();
        var kit = kit("Fern & Fable", "#8a1f5c");
        long version = done(save(kit));

        assertThat(brand.kit().value()).isEqualTo(kit);
        assertThat(brand.now().name()).isEqualTo("Fern & Fable");
        assertThat(done(save(kit))).as("the same again").isEqualTo(version);
        assertThat(told()).isEqualTo(before + 1);
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondIsTold() {
        var seen = new Expected.Version(Set.of(brand.kit().version()));
        assertThat(brand.save(kit("First", "#8a1f5c"), seen, Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
        assertThat(brand.save(kit("Second", "#8a1f5c"), seen, Touchpoint.SYSTEM)).isInstanceOf(Saved.Stale.class);
        assertThat(brand.now().name()).isEqualTo("First");
    }

    @Test
    void whatWasWornBeforeCanBeFoundAndPutOnAgain() {
        long first = done(save(kit("First", "#8a1f5c")));
        long second = done(save(kit("Second", "#336699")));
        assertThat(brand.past(2)).extracting(PastKit::version).containsExactly(second, first);

        var third = done(save(brand.version(first).orElseThrow()));
        assertThat(third).isEqualTo(second + 1);
        assertThat(brand.now().name()).isEqualTo("First");
        assertThat(brand.version(0)).contains(BrandKit.OWN);
    }

    @Test
    void aLogoIsKeptByItsContentAndMustBeThereBeforeItIsWorn() {
        var nobodys = "0".repeat(64);
        assertThatThrownBy(() -> save(with(nobodys))).isInstanceOf(IllegalArgumentException.class);

        var hash = brand.keep(Logo.of(DRAWING));
        assertThat(brand.keep(Logo.of(DRAWING))).isEqualTo(hash);
        assertThat(done(save(with(hash)))).isPositive();
        assertThat(brand.now().logo()).isEqualTo("/brand/logo/" + hash);
        assertThat(brand.logo(hash).orElseThrow().content()).isEqualTo(DRAWING);
    }

    @Test
    void itsFilesAreForEverybodyAndStayAsTheyAre() throws Exception {
        assertThat(done(save(kit("Fern & Fable", "#8a1f5c")))).isPositive();
        var livery = brand.now();
        var styles = get(given(livery.styles()));
        assertThat(styles.statusCode()).isEqualTo(200);
        assertThat(styles.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable", "max-age=31536000");
        assertThat(styles.body()).startsWith(":root {").contains("--accent: light-dark(oklch(");
        assertThat(get("/brand/" + brand.kit().version() + "/brand.css?another").headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get(given(livery.icon())).body()).contains(">F</text>");
        assertThat(get(given(livery.manifest())).body()).contains("\"name\":\"Fern & Fable\"", "\"start_url\":\"/shop\"");
        var large = picture(given(livery.manifest()).replaceFirst("manifest.*", "full-512.png"));
        assertThat(large.getWidth()).isEqualTo(512);
        assertThat(large.getRGB(0, 0)).as("its ground reaches the corner").isEqualTo(colour(Brand.inks(brand.kit().value()).accent()));
        assertThat(large.getRGB(256, 256)).as("its letter is in the middle").isEqualTo(colour(Brand.inks(brand.kit().value()).on()));
        var shaped = picture(given(livery.manifest()).replaceFirst("manifest.*", "shaped-192.png"));
        assertThat(shaped.getHeight()).isEqualTo(192);
        assertThat(shaped.getRGB(0, 0) >>> 24).as("its corners are cut").isZero();
        assertThat(picture(given(livery.touchIcon())).getWidth()).isEqualTo(180);
        assertThat(get("/brand/999999/full-512.png").statusCode()).isEqualTo(404);
        assertThat(get("/brand/999999/brand.css").statusCode()).isEqualTo(404);
        assertThat(get("/brand/999999/manifest.webmanifest").statusCode()).isEqualTo(404);
        assertThat(get("/brand/logo/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(get("/media/product/nobody.svg").statusCode()).isEqualTo(404);

        var hash = brand.keep(Logo.of(DRAWING));
        var logo = get("/brand/logo/" + hash);
        assertThat(logo.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(logo.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "sandbox");
        assertThat(logo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @CsvSource({"Ölwerk, Ö", "éclair, É", "Ωmega, Ω", "<b>, &lt;", "& Sons, &amp;"})
    void theIconIsADrawingWhateverTheLetter(String name, String letter) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            var icon = Brand.icon(kit(name, "#8a1f5c"));
            assertThat(icon).contains(">" + letter + "</text>", "rx=\"7\"");
            assertThat(Logo.of(icon.getBytes(StandardCharsets.UTF_8)).image().type()).isEqualTo("image/svg+xml");
        } finally {
            Locale.setDefault(before);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Saved save(BrandKit kit) {
        return brand.save(kit, new Expected.Something(), Touchpoint.SYSTEM);
    }

    private long told() {
        return database.sql("SELECT count(*) FROM events.log WHERE type = :type")
                .param("type", BrandChanged.TYPE)
                .query(Long.class)
                .single();
    }

    private static String given(@Nullable String address) {
        return Objects.requireNonNull(address);
    }

    private static long done(Saved saved) {
        return ((Saved.Done) saved).version();
    }

    private BufferedImage picture(String path) throws Exception {
        return ImageIO.read(URI.create("http://localhost:" + port + path).toURL());
    }

    private static int colour(String hex) {
        return Integer.decode(hex) | 0xff000000;
    }

    private static BrandKit kit(String name, String colour) {
        return new BrandKit(
                name,
                new Colour(colour),
                BrandKit.Typeface.HOUSE,
                BrandKit.Corners.SOFT,
                null,
                Map.of("en", "Made to be worn"),
                Map.of());
    }

    private static BrandKit with(String logo) {
        return new BrandKit("Stoa", Colour.OWN, BrandKit.Typeface.HOUSE, BrandKit.Corners.SOFT, logo, Map.of(), Map.of());
    }
}
