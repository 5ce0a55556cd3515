package io.stoa.office.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Media;
import io.stoa.catalog.Product;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class ArticlePicturesTest {

    private static final String PASSWORD = "a good password";
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    /** That the camera was turned by a quarter: segment APP1 with one field, orientation 6. */
    private static final byte[] TURNED =
            HexFormat.of().parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000");

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private Retailer retailer;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    private Browser browser;
    private Product there;

    @BeforeEach
    void somebodyLooksAtAnArticle() throws Exception {
        there = catalog.bySku(retailer.article("lamp", 1000)).orElseThrow();
        browser = as(Role.MERCHANDISER);
    }

    @Test
    void picturesAreAddedOrderedTakenAwayAndTakenBack() throws Exception {
        assertThat(sent(Map.of("alt-en-0", "A lamp", "alt-de-0", "Eine Lampe"), picture("png", Color.RED, 400, 300), "lamp.png")).contains("said=saved");
        assertThat(sent(Map.of("alt-en-0", "A lamp", "alt-de-0", "Eine Lampe"), picture("jpg", Color.BLUE, 300, 400), "lamp.jpg")).contains("said=saved");
        var red = media().getFirst();
        var blue = media().getLast();
        assertThat(red.description("de")).isEqualTo("Eine Lampe");
        assertThat(blue.description("de")).isEmpty();
        var shop = new Browser(port).get("/shop/product/" + there.id()).body();
        assertThat(shop).contains("src=\"" + red.url() + "\" alt=\"A lamp\"", blue.url());
        assertThat(browser.get(page()).body()).contains("1 picture", "2 pictures", "Main picture", "A lamp").doesNotContain(">articles.");

        var swapped = sent(Map.of("do", "up-1", "alt-en-0", "A lamp", "alt-en-1", "In the dark"), null, "");
        assertThat(media()).extracting(Media::url).containsExactly(blue.url(), red.url());
        assertThat(media().getFirst().description("de")).as("no German, so the house's").isEqualTo("In the dark");
        assertThat(catalog.product(there.id()).orElseThrow().imageUrl()).isEqualTo(blue.url());
        assertThat(browser.submitFrom(page(), page() + "/undo", "change=" + change(swapped)).headers().firstValue("Location").orElse("")).endsWith("said=undone");
        assertThat(media()).containsExactly(red, blue);

        assertThat(sent(Map.of("do", "remove-0", "alt-en-1", "Blue"), null, "")).contains("said=saved");
        assertThat(media()).containsExactly(new Media(blue.url(), "Blue"));
        assertThat(show(red.url()).statusCode()).as("what was taken away can be brought back").isEqualTo(200);
    }

    @Test
    void aPictureIsMadeAnewAndItsAddressNamesWhatItShows() throws Exception {
        var brought = withExif(picture("jpg", Color.RED, 2400, 1200), TURNED);
        assertThat(sent(Map.of(), brought, "a name that says nothing")).contains("said=saved");
        var shown = show(media().getFirst().url());
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new String(shown.body(), StandardCharsets.ISO_8859_1)).as("nothing of the camera").doesNotContain("Exif");
        var made = ImageIO.read(new ByteArrayInputStream(shown.body()));
        assertThat(List.of(made.getWidth(), made.getHeight())).as("upright, and as large as a page needs").containsExactly(800, 1600);
        assertThat(show("/media/picture/" + "0".repeat(64)).statusCode()).isEqualTo(404);

        var clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        assertThat(sent(Map.of(), bytes(clear, "png"), "clear.png")).contains("said=saved");
        assertThat(show(media().getLast().url()).headers().firstValue("Content-Type")).contains("image/png");
        assertThat(sent(Map.of(), WEBP, "new.webp")).contains("said=saved");
        assertThat(show(media().getLast().url()).headers().firstValue("Content-Type").orElse("")).startsWith("image/");
    }

    @Test
    void whatIsNoPictureIsRefusedBesideItsField() throws Exception {
        for (var wrong : Map.of(
                        "neither JPEG, PNG nor WebP", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                        "cannot be opened", Arrays.copyOf(picture("png", Color.RED, 400, 300), 60),
                        "too large", new byte[6 * 1024 * 1024 + 1])
                .entrySet()) {
            var refused = send(Map.of("alt-en-0", "What was typed"), wrong.getValue(), "lamp.png", version());
            assertThat(refused.statusCode()).as(wrong.getKey()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"picture-error\"", wrong.getKey(), "What was typed").doesNotContain(">articles.");
        }
        assertThat(send(Map.of(), bytes(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "gif"), "lamp.png", version()).body()).contains("neither JPEG");
        assertThat(send(Map.of(), new byte[8 << 20], "lamp.png", version()).statusCode()).isEqualTo(413);
        assertThat(media()).isEmpty();
    }

    @Test
    void whoeverSavesPicturesSecondIsToldAndWhoMayOnlyLookCannot() throws Exception {
        long version = version();
        assertThat(sent(Map.of(), picture("png", Color.RED, 40, 30), "lamp.png")).contains("said=saved");
        var late = send(Map.of(), picture("png", Color.BLUE, 40, 30), "lamp.png", version);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed this article");
        assertThat(media()).hasSize(1);
        browser = as(Role.AGENT);
        assertThat(browser.get(page()).body()).contains(media().getFirst().url()).doesNotContain("name=\"picture\"");
        assertThat(send(Map.of(), null, "", version()).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherProgramBringsPicturesAndPublishesThem() throws Exception {
        var brought = new Random(1).ints(600 * 600).toArray();
        var noisy = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        noisy.setRGB(0, 0, 600, 600, brought, 0, 600);
        var png = bytes(noisy, "png");
        assertThat(png.length).as("more than another body may have").isGreaterThan(1 << 20);
        var kept = brings("image/png", png, Role.MERCHANDISER);
        assertThat(kept.statusCode()).isEqualTo(201);
        var url = kept.headers().firstValue("Location").orElseThrow();
        assertThat(kept.body()).contains(url);
        assertThat(show(url).statusCode()).isEqualTo(200);
        assertThat(brings("image/png", png, Role.AGENT).statusCode()).isEqualTo(403);
        var broken = brings("image/png", "not one".getBytes(StandardCharsets.UTF_8), Role.MERCHANDISER);
        assertThat(broken.statusCode()).isBetween(400, 422);
        assertThat(broken.body()).contains("\"field\":\"body\"");
    }

    private HttpResponse<String> brings(String type, byte[] content, Role role) throws Exception {
        var secret = tokens.issue(new NewToken("pictures", Set.of(role), List.of(Channel.values()), null)).secret();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/products/pictures"))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> show(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + url)).build(), BodyHandlers.ofByteArray());
    }

    private String sent(Map<String, String> fields, byte @Nullable [] picture, String name) throws Exception {
        return send(fields, picture, name, version()).headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(Map<String, String> fields, byte @Nullable [] picture, String name, long version) throws Exception {
        var all = new LinkedHashMap<>(fields);
        all.put("version", String.valueOf(version));
        all.put("_csrf", browser.csrf(page()));
        var body = new ByteArrayOutputStream();
        for (var field : all.entrySet()) {
            body.writeBytes(utf8("--edge\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        }
        if (picture != null) {
            body.writeBytes(utf8("--edge\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"" + name + "\"\r\nContent-Type: image/png\r\n\r\n"));
            body.writeBytes(picture);
            body.writeBytes(utf8("\r\n"));
        }
        body.writeBytes(utf8("--edge--\r\n"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page() + "/pictures"))
                .header("Cookie", browser.cookies())
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String type, Color colour, int wide, int high) throws IOException {
        var picture = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(colour);
        brush.fillRect(0, 0, wide, high);
        brush.dispose();
        return bytes(picture, type);
    }

    private static byte[] bytes(BufferedImage picture, String type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, type, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, byte[] segment) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(segment);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private String page() {
        return "/office/articles/" + there.id();
    }

    private long version() {
        return catalog.product(there.id()).orElseThrow().version();
    }

    private List<Media> media() {
        return catalog.product(there.id()).orElseThrow().media();
    }

    private static String change(String location) {
        return location.replaceAll(".*change=(\\d+).*", "$1");
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("p" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var one = new Browser(port);
        assertThat(one.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return one;
    }
}
