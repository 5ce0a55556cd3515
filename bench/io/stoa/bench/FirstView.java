package io.stoa.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** One first view of a page, by a browser that was never here: what Chromium itself says of it. */
record FirstView(String page, int width, double kilobytes, double shift, double largestMillis, double touchMillis) {

    private static final int SLOWER = 4;
    private static final int HEIGHT = 844;
    private static final double SETTLED_MILLIS = 700;

    private static final String WATCH = """
            window.seen = { shift: 0, largest: 0, touch: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) seen.shift += one.value }))
                .observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { seen.largest = one.startTime }))
                .observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (one.interactionId) seen.touch = Math.max(seen.touch, one.duration) }))
                .observe({ type: 'event', durationThreshold: 16 });
            """;

    /** The home, the first category and the first article that it leads to. */
    static Map<String, String> places(Browser browser, String address) {
        var places = new LinkedHashMap<String, String>();
        try (var context = browser.newContext()) {
            var page = context.newPage();
            page.navigate(address + "/shop");
            places.put("home", address + "/shop");
            places.put("category", address + page.locator("header nav a, nav a").first().getAttribute("href"));
            places.put("article", address + page.locator("main .good-card a").first().getAttribute("href"));
        }
        return places;
    }

    static FirstView take(Browser browser, String name, String url, int width) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT))) {
            var page = context.newPage();
            var bytes = new AtomicLong();
            var wire = context.newCDPSession(page);
            wire.on("Network.loadingFinished", done -> bytes.addAndGet(size(done)));
            wire.send("Network.enable");
            wire.send("Emulation.setCPUThrottlingRate", rate());
            page.addInitScript(WATCH);
            page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            page.waitForLoadState(LoadState.LOAD);
            page.waitForTimeout(SETTLED_MILLIS);
            double largest = number(page, "largest");
            double shift = number(page, "shift");
            long weight = bytes.get();
            touch(page);
            return new FirstView(name, width, weight / 1000.0, shift, largest, number(page, "touch"));
        }
    }

    static FirstView median(List<FirstView> views) {
        var first = views.getFirst();
        return new FirstView(
                first.page(),
                first.width(),
                median(views, FirstView::kilobytes),
                median(views, FirstView::shift),
                median(views, FirstView::largestMillis),
                median(views, FirstView::touchMillis));
    }

    /** A key in the search field, the theme, and a step of the quantity where there is one. */
    private static void touch(Page page) {
        var search = page.locator("input[type=search]").first();
        if (search.count() > 0 && search.isVisible()) {
            search.click();
            page.keyboard().type("co");
            page.keyboard().press("Escape");
        }
        var step = page.locator("main [data-step='1']").first();
        if (step.count() > 0 && step.isVisible()) {
            step.click();
        }
        page.waitForTimeout(SETTLED_MILLIS);
    }

    private static double number(Page page, String what) {
        return ((Number) page.evaluate("seen." + what)).doubleValue();
    }

    private static long size(JsonObject done) {
        return done.has("encodedDataLength") ? done.get("encodedDataLength").getAsLong() : 0;
    }

    private static JsonObject rate() {
        var rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        return rate;
    }

    private static double median(List<FirstView> views, ToDoubleFunction<FirstView> what) {
        return views.stream()
                .sorted(Comparator.comparingDouble(what))
                .skip(views.size() / 2)
                .findFirst()
                .map(what::applyAsDouble)
                .orElse(0.0);
    }
}
