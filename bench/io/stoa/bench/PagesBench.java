package io.stoa.bench;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import io.stoa.page.Browser;
import io.stoa.shared.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a first view of the shop's pages weighs and how long it takes in a real browser, on a processor made four times slower,
 * beside a page that says one word: bytes over the wire, shift of the layout, the largest paint, and what a touch takes.
 */
final class PagesBench {

    private static final int[] WIDTHS = {390, 1440};
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+");
    private static final byte[] RAW = "<!doctype html><title>Raw</title><h1>Raw</h1>".getBytes(StandardCharsets.UTF_8);

    private PagesBench() {}

    static int run(BenchOptions options) throws Exception {
        var seen = new ArrayList<FirstView>();
        try (var scratch = Scratch.create("pages")) {
            var demo = new ProcessBuilder(Processes.stoa("demo", scratch.folder()))
                    .redirectErrorStream(true)
                    .start();
            try {
                seen.addAll(look(address(demo), options.rounds()));
            } finally {
                demo.destroy();
                if (!demo.waitFor(30, TimeUnit.SECONDS)) {
                    demo.destroyForcibly();
                }
            }
        }
        print(seen);
        if (options.json()) {
            System.out.println(Json.write(Map.of("bench", "pages", "views", seen)));
        }
        return 0;
    }

    /** The median of each page and width. */
    private static List<FirstView> look(String address, int rounds) throws IOException {
        var raw = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        raw.createContext("/", call -> {
            call.getResponseHeaders().add("Content-Type", "text/html");
            call.sendResponseHeaders(200, RAW.length);
            call.getResponseBody().write(RAW);
            call.close();
        });
        raw.start();
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Browser.program().orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
            var places = new LinkedHashMap<String, String>();
            places.put("raw", "http://localhost:" + raw.getAddress().getPort() + "/");
            places.putAll(FirstView.places(browser, address));
            var views = new ArrayList<FirstView>();
            for (var place : places.entrySet()) {
                for (int width : WIDTHS) {
                    var some = new ArrayList<FirstView>();
                    for (int round = 0; round <= rounds; round++) {
                        some.add(FirstView.take(browser, place.getKey(), place.getValue(), width));
                    }
                    views.add(FirstView.median(some.subList(1, some.size())));
                }
            }
            return views;
        } finally {
            raw.stop(0);
        }
    }

    private static void print(List<FirstView> views) {
        System.out.printf("%n%-10s %6s %8s %8s %12s %8s %12s%n", "page", "wide", "kB", "shift", "largest ms", "x raw", "touch ms");
        for (var view : views) {
            double raw = views.stream()
                    .filter(one -> one.page().equals("raw") && one.width() == view.width())
                    .mapToDouble(FirstView::largestMillis)
                    .findFirst()
                    .orElse(1);
            System.out.printf(
                    "%-10s %6d %8.1f %8.3f %12.0f %8.1f %12.0f%n",
                    view.page(), view.width(), view.kilobytes(), view.shift(), view.largestMillis(),
                    view.largestMillis() / raw, view.touchMillis());
        }
        System.out.println("Largest paint and touch on a processor four times slower; kB as they came over the wire, cache empty.");
    }

    private static String address(Process demo) throws IOException {
        var lines = demo.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group();
            }
        }
        throw new IOException("The demo does not start: " + said);
    }
}
