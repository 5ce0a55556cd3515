package io.stoa.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of the back office by name, each with the filters, orders and late pages that its links lead to. */
final class OfficeLists {

    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Connection connection;

    private OfficeLists(Connection connection) {
        this.connection = connection;
    }

    static Map<String, String> of(Connection connection, long orders) throws SQLException {
        var lists = new OfficeLists(connection);
        lists.orders(orders);
        lists.articles();
        lists.audit();
        lists.others();
        lists.boards();
        return lists.pages;
    }

    /** The pages of a change of many articles. */
    static Map<String, String> ofChange(String path) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("a change", path);
        pages.put("a change, late page", path + "?after=100000");
        pages.put("a change, what was taken back, late", path + "?outcome=UNDONE&after=100000");
        pages.put("a change, what failed (none)", path + "?outcome=SKIPPED");
        pages.put("audit after a change", "/office/audit?kind=pricing.price_changed");
        return pages;
    }

    private void orders(long orders) {
        var list = "/office/orders?";
        var deep = "before=" + (Past.FIRST_ID + orders / 2);
        var last = "before=" + (Past.FIRST_ID + 60);
        pages.put("orders", list);
        pages.put("orders, halfway", list + deep);
        pages.put("orders, last page", list + last);
        for (var state : new String[] {"AWAITING_PAYMENT", "PLACED", "FULFILLED", "CANCELLED", "EXPIRED"}) {
            pages.put("orders " + state, list + "state=" + state);
            pages.put("orders " + state + ", halfway", list + "state=" + state + "&" + deep);
        }
        for (var door : new String[] {"WEB", "APP", "TILL", "PHONE", "CHAT"}) {
            pages.put("orders by " + door, list + "door=" + door);
            pages.put("orders by " + door + ", last page", list + "door=" + door + "&" + last);
        }
        pages.put("orders PLACED by APP", list + "state=PLACED&door=APP");
        pages.put("orders EXPIRED by APP", list + "state=EXPIRED&door=APP");
        pages.put("orders CANCELLED by PHONE (none)", list + "state=CANCELLED&door=PHONE");
        pages.put("orders, number found", list + "number=" + (Past.FIRST_ID + 7));
        pages.put("orders, number unknown", list + "number=X-4711");
        pages.put("one order", "/office/orders/" + (Past.FIRST_ID + 7));
    }

    private void articles() throws SQLException {
        var list = "/office/articles?";
        var middle = text("SELECT '0:' || product_id FROM search.article ORDER BY product_id OFFSET 15000 LIMIT 1");
        var dear = text(
                "SELECT price || ':' || product_id FROM search.article ORDER BY coalesce(price, -1), product_id OFFSET 15000 LIMIT 1");
        pages.put("articles", list);
        pages.put("articles, halfway", list + "after=" + middle);
        for (var order : new String[] {"OLDEST", "CHEAPEST", "DEAREST"}) {
            pages.put("articles " + order, list + "order=" + order);
        }
        pages.put("articles CHEAPEST, halfway", list + "order=CHEAPEST&after=" + dear);
        pages.put("articles with a word", list + "text=linen");
        pages.put("articles with a word, DEAREST", list + "text=linen&order=DEAREST");
        pages.put("articles with two words", list + "text=linen+teapot");
        pages.put("articles with no such word", list + "text=nothing&order=CHEAPEST");
        pages.put(
                "articles of a department",
                list + "shelf=" + text("SELECT slug FROM catalog.category WHERE path = 'Home/teapot'"));
        pages.put("articles in stock", list + "stock=in");
        pages.put("articles out of stock, DEAREST", list + "stock=out&order=DEAREST");
        pages.put("articles by price", list + "from=100&to=101");
        pages.put("articles above a price, NEWEST", list + "from=390");
    }

    private void audit() throws SQLException {
        var list = "/office/audit?";
        long first = Long.parseLong(text("SELECT min(seq) FROM events.log WHERE actor = 'staff:person-1'"));
        var last = "before=" + (first + 60);
        pages.put("audit", list);
        pages.put("audit, last page", list + last);
        pages.put("audit of a person", list + "person=person-77");
        pages.put("audit of a rare person", list + "person=person-1");
        pages.put("audit of nobody", list + "person=nobody");
        pages.put("audit of a kind", list + "kind=catalog.published");
        pages.put("audit of a rare kind", list + "kind=bench.rare");
        pages.put("audit of a person and a kind", list + "person=person-78&kind=catalog.published");
        pages.put("audit of a person and a rare kind", list + "person=person-78&kind=bench.rare");
        pages.put("audit of a kind, last page", list + "kind=catalog.published&" + last);
        pages.put("audit of days", list + "from=" + ago(60) + "&until=" + ago(59));
        pages.put("audit of a person in days", list + "person=person-79&from=" + ago(90) + "&until=" + ago(30));
        pages.put("audit of a subject", list + "subject=bench:77");
        pages.put("audit of an order", list + "subject=" + (Past.FIRST_ID + 7));
        pages.put("one act", "/office/audit/" + (first + 40));
    }

    private void others() {
        pages.put("people", "/office/people?");
        pages.put("people, late page", "/office/people?after=person-700");
        pages.put("people by a name", "/office/people?text=number+1999");
        pages.put("people of a role, closed", "/office/people?role=MANAGER&open=false");
        pages.put("stock of a place", "/office/stock?location=bench");
        pages.put("stock of a place, late page", "/office/stock?location=bench&after=S20000-0");
        pages.put("stock by words", "/office/stock?q=linen+teapot");
        pages.put("stock by code", "/office/stock?q=S00077");
        pages.put("movements of a row", "/office/stock/row?sku=B00077&location=bench");
        pages.put("transfers", "/office/transfers?");
        pages.put("transfers underway", "/office/transfers?state=SENT");
        pages.put("transfers received, late page", "/office/transfers?state=RECEIVED&after=200");
        pages.put("letters", "/office/mail?");
        pages.put("letters that failed", "/office/mail?state=FAILED");
        pages.put("letters sent, late page", "/office/mail?state=SENT&before=200");
        pages.put("letters to somebody", "/office/mail?to=reader-77");
        pages.put("letters to all", "/office/mail?to=reader");
        pages.put("letters to nobody", "/office/mail?to=nobody");
        pages.put("letters to somebody that failed", "/office/mail?to=reader-1&state=FAILED");
        pages.put("reviews", "/office/reviews?");
        pages.put("reviews, late page", "/office/reviews?after=200");
        pages.put("reviews with one star", "/office/reviews?stars=1");
        pages.put("reviews that are hidden", "/office/reviews?hidden=true");
        pages.put("reviews with two stars that are hidden (none)", "/office/reviews?stars=2&hidden=true");
        pages.put("reviews with five stars that are shown, late page", "/office/reviews?stars=5&hidden=false&after=200");
        pages.put("gift cards", "/office/gift-cards?");
        pages.put("gift cards by ending", "/office/gift-cards?ending=0077");
        pages.put("gift cards, late page", "/office/gift-cards?after=100");
        pages.put("drawers", "/office/drawers?");
        pages.put("drawers of a place and day", "/office/drawers?location=web&day=" + ago(1900));
        pages.put("drawers of a day", "/office/drawers?day=" + ago(1900));
        pages.put("synonyms", "/office/synonyms");
        pages.put("changes of many", "/office/articles/changes");
    }

    private void boards() {
        pages.put("stock of all places", "/office/stock");
        pages.put("the board", "/office");
        pages.put("the log", "/office/log");
    }

    private static LocalDate ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days);
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
