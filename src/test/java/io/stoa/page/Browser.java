package io.stoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium for tests of pages; where there is none, those tests are skipped and say so. All tests of a process share
 * one, as starting takes long, and have windows of their own in it: what is open when a test closes its browser is closed.
 */
public final class Browser implements AutoCloseable {

    /** Without the frame around its pages, which Debian packs on its own, it takes half as long. */
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final List<String> SETTINGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
    private static final String AXE = AxeBuilder.getAxeScript();
    private static final Map<String, Object> ALL_RULES = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    private static final Map<String, Object> OF_COLOURS = Map.of("type", "rule", "values", List.of("color-contrast"));
    private static final String BARRIERS = """
            async runOnly => {
                const seen = await axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false })
                if (seen.passes.length === 0) throw new Error('axe looked at nothing')
                return seen.violations.map(rule => rule.id + ' at '
                    + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(', '))
            }
            """;

    /** Nothing is asked for any more, and no transition runs for some frames: what inherits a colour begins its own a frame later. */
    private static final String SETTLED = """
            async () => {
                const frame = () => new Promise(done => requestAnimationFrame(done))
                const end = performance.now() + 5000
                for (let quiet = 0; quiet < 3 && performance.now() < end; quiet++) {
                    await frame()
                    if (document.querySelector(".htmx-request") || document.getAnimations().some(one => one instanceof CSSTransition)) quiet = 0
                }
            }
            """;

    private static final Set<String> COLOURS_SEEN = ConcurrentHashMap.newKeySet();

    private static final List<String> LIKE_ALL = List.of();

    /** By what they are set to, for as long as this process lives; Playwright ends them with it. */
    private static final Map<List<String>, com.microsoft.playwright.Browser> STARTED = new HashMap<>();

    private final com.microsoft.playwright.Browser chromium;

    private Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    /** Where it is on this machine. */
    public static Optional<Path> program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    public static Browser start() {
        return start(LIKE_ALL);
    }

    /** One whose camera sees this film again and again, and which may use it without asking anybody. */
    public static Browser seeing(Path film) {
        return start(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
    }

    private static Browser start(List<String> settings) {
        Assumptions.assumeTrue(program().isPresent(), "SKIPPED: no page was looked at, because all of " + PROGRAMS + " are missing");
        return new Browser(STARTED.computeIfAbsent(settings, Browser::launch));
    }

    private static com.microsoft.playwright.Browser launch(List<String> settings) {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program().orElseThrow())
                        .setArgs(Stream.concat(SETTINGS.stream(), settings.stream()).toList()));
    }

    /** A window of its own, with no cookies, 390 pixels wide for a phone or 1440 for a desk. */
    public Window open(int width, ColorScheme scheme) {
        return new Window(chromium.newContext(new NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 1000)
                .setColorScheme(scheme)
                .setLocale("en-GB")), scheme);
    }

    /** A window in which no script runs. */
    public Window openWithoutScript() {
        return new Window(
                chromium.newContext(new NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB")),
                ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** One window, which remembers what the page complained about. */
    public static final class Window implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final ColorScheme scheme;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context, ColorScheme scheme) {
            this.context = context;
            this.scheme = scheme;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add(message.text() + " at " + message.location());
                }
            });
            page.onPageError(complaints::add);
        }

        public Page page() {
            return page;
        }

        /** Fails when a script complained or the policy of the page forbade something. */
        public void assertQuiet() {
            assertThat(complaints).as("complaints of " + page.url()).isEmpty();
        }

        /** Looks at the page under the name of its address. */
        public void assertFlawless() {
            assertFlawless(ContactSheet.name(page.url()));
        }

        /**
         * Fails when the script complained, axe finds a barrier, or the page is wider than its window. The first time that a page of
         * this name is looked at its colours are checked in the other theme too; at each width pictures of both are kept.
         */
        public void assertFlawless(String name) {
            assertQuiet();
            assertThat(barriers(ALL_RULES)).as("barriers on " + page.url()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as("pixels beyond the edge of " + page.url())
                    .isEqualTo(0);
            if (ContactSheet.lacks(name, page.viewportSize().width)) {
                ContactSheet.keep(page, name, scheme);
                var other = scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(other).setReducedMotion(ReducedMotion.REDUCE));
                page.evaluate(SETTLED);
                if (COLOURS_SEEN.add(name)) {
                    assertThat(barriers(OF_COLOURS)).as(other + " colours of " + page.url()).isEmpty();
                }
                ContactSheet.keep(page, name, other);
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.NO_PREFERENCE));
            }
        }

        /** Asks axe on the page itself: its builder opens a second page for each look, which takes four times as long. */
        private List<?> barriers(Map<String, Object> rules) {
            int letters = page.locator("iframe[sandbox]").count();
            assertThat(page.frames()).as("frames, which would need a look of their own, beside letters").hasSize(1 + letters);
            page.evaluate(SETTLED);
            page.evaluate(AXE);
            return (List<?>) page.evaluate(BARRIERS, rules);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
