package io.stoa.office.articles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.edits.EditId;
import io.stoa.edits.EditLine;
import io.stoa.edits.Edits;
import io.stoa.page.Browser;
import io.stoa.search.ArticleQuery;
import io.stoa.search.Articles;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What is ticked in the list of articles stays ticked while one looks for more, until it was sent. */
@StoaTest
class TicksInTheBrowserTest {

    private static final String PASSWORD = "a good password";
    private static final int MORE_THAN_A_PAGE = 53;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Articles articles;

    @Autowired
    private Edits edits;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void ticksOutliveOtherPagesOrdersAndFiltersUntilTheyAreSent() {
        var word = many();
        look(1440, window -> {
            var page = window.page();
            page.navigate(list(word));
            boxes(page).first().check();
            boxes(page).nth(1).check();
            assertThat(page.locator(".bulk [data-away]")).isEmpty();
            page.locator("a[rel=next]").click();
            assertThat(boxes(page)).hasCount(MORE_THAN_A_PAGE - 50);
            assertThat(page.locator(".bulk")).containsText("2 of them not on this page");
            boxes(page).first().check();
            assertThat(page.locator(".bulk")).containsText("2 of them not on this page");
            page.locator(".chip").getByText("Oldest").click();
            assertThat(ticked(page)).hasCount(1);
            assertThat(page.locator(".bulk")).containsText("2 of them not on this page");
            page.locator("#text").fill("no such article");
            page.locator("[role=search] button").click();
            page.navigate(list(word));
            assertThat(ticked(page)).hasCount(2);
            assertThat(page.locator(".bulk")).containsText("1 of them not on this page");

            page.locator(".bulk summary").click();
            page.locator("#value").fill("lots");
            page.locator("#list").selectOption("us");
            preview(page);
            assertThat(page.locator("#value-error")).isVisible();
            assertThat(ticked(page)).hasCount(2);
            assertThat(page.locator(".bulk")).containsText("1 of them not on this page");
            page.locator("#value").fill("-1");
            preview(page);
            page.waitForURL(Pattern.compile(".*/changes/\\d+$"));
            var id = new EditId(Long.parseLong(page.url().substring(page.url().lastIndexOf('/') + 1)));
            await().untilAsserted(() -> Assertions.assertThat(edits.find(id).orElseThrow().number(EditLine.Outcome.READY)).isEqualTo(3));
            assertThat(page.locator("main")).containsText("1% lower");

            page.navigate(list(word));
            assertThat(ticked(page)).hasCount(0);
            assertThat(page.locator(".bulk-clear")).isHidden();
            boxes(page).first().check();
            page.locator(".bulk summary").click();
            page.locator("#value").fill("-1");
            preview(page);
            page.waitForURL(Pattern.compile(".*/changes/\\d+$"));
            page.goBack();
            assertThat(page.locator(".bulk-clear")).isHidden();
            assertThat(ticked(page)).hasCount(0);
        });
    }

    @Test
    void ticksStayWithTheirArticlesWhenNewOnesAppearAboveThem() {
        var word = many();
        look(1440, window -> {
            var page = window.page();
            page.navigate(list(word));
            assertThat(page.locator("html[data-live-state=open]")).hasCount(1);
            boxes(page).first().check();
            boxes(page).last().check();
            var first = ticked(page).first().getAttribute("value");
            var _ = retailer.article(word, 9000);
            assertThat(boxes(page).nth(1)).hasAttribute("value", first);
            assertThat(boxes(page).nth(1)).isChecked();
            assertThat(ticked(page)).hasCount(1);
            assertThat(page.locator(".bulk")).containsText("1 of them not on this page");
            window.assertFlawless("ticks");
        });
    }

    @Test
    void ticksAreClearedAtOnceAndNoMoreAreTakenThanCanBeSent() {
        var word = many();
        look(390, window -> {
            var page = window.page();
            page.navigate(list(word));
            boxes(page).first().check();
            page.locator("a[rel=next]").click();
            page.getByText("Clear the ticks").click();
            assertThat(page.locator(".bulk")).containsText("Tick articles to change many at once");
            page.navigate(list(word));
            assertThat(ticked(page)).hasCount(0);

            page.evaluate("""
                    max => sessionStorage.setItem("ticks " + document.querySelector("[data-ticks]").dataset.ticks,
                            JSON.stringify(Array.from({ length: max - 1 }, (_, i) => String(i + 1))))""", WishForm.TICKED_MAX);
            page.reload();
            assertThat(page.locator(".bulk")).containsText("499 of them not on this page");
            boxes(page).first().check();
            boxes(page).nth(1).click();
            assertThat(page.locator(".toast")).containsText("At most 500 can be ticked at once");
            assertThat(ticked(page)).hasCount(1);
            window.assertFlawless("ticks");
        });
    }

    private String many() {
        var word = "tick" + ids.next();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            var _ = retailer.article(word, 1000L + i);
        }
        var all = new ArticleQuery(word, null, null, null, null, ArticleQuery.Order.NEWEST, null, 100);
        await().untilAsserted(() -> Assertions.assertThat(articles.list(all).items()).hasSize(MORE_THAN_A_PAGE).noneMatch(one -> one.price() == null));
        return word;
    }

    private void look(int width, Consumer<Browser.Window> looking) {
        try (var browser = Browser.start();
                var window = browser.open(width, ColorScheme.LIGHT)) {
            var page = window.page();
            var login = new Login("t" + ids.next());
            staff.save(new Account(login, "Somebody", Set.of(Role.MANAGER), null, true), new Password(PASSWORD));
            page.navigate("http://127.0.0.1:" + port + "/sign-in");
            page.locator("input[name=name]").fill(login.value());
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("main button[type=submit]").first().click();
            page.waitForURL("**/office**");
            looking.accept(window);
        }
    }

    private static void preview(Page page) {
        page.locator(".bulk button[type=submit]").click();
    }

    private static Locator boxes(Page page) {
        return page.locator("#articles input[name=product]");
    }

    private static Locator ticked(Page page) {
        return page.locator("#articles input[name=product]:checked");
    }

    private String list(String word) {
        return "http://127.0.0.1:" + port + "/office/articles?text=" + word;
    }
}
