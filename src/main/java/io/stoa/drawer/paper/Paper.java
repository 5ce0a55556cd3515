package io.stoa.drawer.paper;

import io.stoa.drawer.CashKind;
import io.stoa.drawer.CashMovement;
import io.stoa.drawer.Drawer;
import io.stoa.drawer.DrawerReport;
import io.stoa.locations.Location;
import io.stoa.page.Texts;
import io.stoa.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report in the reader's language: a head, then sections of lines. Times are by the store's clock. */
public record Paper(
        String title,
        String store,
        String till,
        List<String> head,
        List<Section> sections,
        @Nullable String foot) {

    private static final double WHOLE = 10_000;

    public Paper {
        head = List.copyOf(head);
        sections = List.copyOf(sections);
    }

    /** Lines that belong together. */
    public record Section(String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A name and an amount; the strong ones are sums. */
    public record Row(String name, String amount, boolean strong) {}

    /** {@code store} may be gone by now. */
    public static Paper of(DrawerReport report, @Nullable Location store, Texts texts) {
        return new Writing(report, store, texts).paper();
    }

    /** One report being written. */
    private record Writing(DrawerReport report, @Nullable Location store, Texts texts) {

        Paper paper() {
            var drawer = report.drawer();
            var closing = drawer.closing();
            var sections = new ArrayList<Section>(List.of(sales(), discounts(), taken(), given(), cash()));
            sections.add(byHand());
            sections.add(count());
            sections.removeIf(section -> section.rows().isEmpty());
            return new Paper(
                    closing == null ? texts.get("till.paper.x") : texts.get("till.paper.z", closing.z()),
                    store == null ? drawer.till().location().value() : store.name(),
                    drawer.till().name(),
                    head(drawer, closing),
                    sections,
                    closing == null ? texts.get("till.paper.x.text") : reason(closing));
        }

        private List<String> head(Drawer drawer, Drawer.@Nullable Closing closing) {
            return List.of(
                    texts.get("till.paper.day", drawer.businessDay()),
                    texts.get("till.paper.opened", moment(drawer.openedAt()), who(drawer.openedBy())),
                    closing == null
                            ? texts.get("till.paper.printed", moment(report.at()))
                            : texts.get("till.paper.closed", moment(closing.closedAt()), who(closing.closedBy())));
        }

        private @Nullable String reason(Drawer.Closing closing) {
            return closing.reason() == null ? null : texts.get("till.paper.reason", closing.reason());
        }

        private Section sales() {
            var rows = new ArrayList<Row>();
            rows.add(new Row(texts.get("till.paper.sales.number"), texts.number(report.sales()), false));
            rows.add(row("till.paper.turnover", report.turnover(), true));
            report.taxes()
                    .forEach((rate, tax) -> rows.add(new Row(
                            texts.get("till.paper.tax", percent(rate, texts.locale())), texts.money(tax), false)));
            return new Section(texts.get("till.paper.sales"), rows);
        }

        private Section discounts() {
            var rows = report.discounts().stream()
                    .map(one -> new Row(
                            texts.get(
                                    "till.paper.times",
                                    texts.get("discount." + one.reason(), "").strip(),
                                    one.number()),
                            texts.money(one.amount().negated()),
                            false))
                    .toList();
            return new Section(texts.get("till.paper.discounts"), rows);
        }

        private Section taken() {
            return tenders("till.paper.taken", DrawerReport.Taken::sales, DrawerReport.Taken::salesNumber);
        }

        private Section given() {
            return tenders("till.paper.given", DrawerReport.Taken::refunds, DrawerReport.Taken::refundsNumber);
        }

        private Section tenders(
                String title,
                Function<DrawerReport.Taken, Money> amount,
                Function<DrawerReport.Taken, Integer> number) {
            var rows = report.tenders().stream()
                    .filter(one -> number.apply(one) > 0)
                    .map(one -> new Row(
                            texts.get(
                                    "till.paper.times",
                                    texts.get("till.paper.tender." + one.tender()),
                                    number.apply(one)),
                            texts.money(amount.apply(one)),
                            false))
                    .toList();
            return new Section(texts.get(title), rows);
        }

        private Section cash() {
            var drawer = report.drawer();
            var rows = new ArrayList<Row>();
            rows.add(row("till.paper.float", drawer.opening(), false));
            rows.add(row("till.paper.cash.sales", ofCash(DrawerReport.Taken::sales), false));
            rows.add(row(
                    "till.paper.cash.refunds",
                    ofCash(DrawerReport.Taken::refunds).negated(),
                    false));
            rows.add(row("till.paper.paid-in", report.paidIn(), false));
            rows.add(row("till.paper.paid-out", report.paidOut().negated(), false));
            rows.add(row("till.paper.dropped", report.dropped().negated(), false));
            rows.add(row("till.paper.expected", report.expected(), true));
            if (report.counted() != null && report.overShort() != null) {
                rows.add(row("till.paper.counted", report.counted(), true));
                rows.add(row("till.paper.off", report.overShort(), true));
            }
            return new Section(texts.get("till.paper.cash"), rows);
        }

        private Money ofCash(Function<DrawerReport.Taken, Money> amount) {
            return report.tenders().stream()
                    .filter(one -> one.tender().equals("CASH"))
                    .map(amount)
                    .findFirst()
                    .orElse(Money.zero(report.drawer().opening().currency()));
        }

        private Section byHand() {
            return new Section(
                    texts.get("till.paper.by-hand"),
                    report.byHand().stream().map(this::byHand).toList());
        }

        private Row byHand(CashMovement one) {
            var name = name(one.kind(), texts);
            var signed = one.kind().sign() < 0 ? one.amount().negated() : one.amount();
            return new Row(one.reason() == null ? name : name + ": " + one.reason(), texts.money(signed), false);
        }

        private Section count() {
            var closing = report.drawer().closing();
            Map<Long, Integer> pieces =
                    closing == null ? Map.of() : closing.count().pieces();
            var currency = report.drawer().opening().currency();
            var rows = pieces.entrySet().stream()
                    .filter(one -> one.getValue() > 0)
                    .sorted(Map.Entry.<Long, Integer>comparingByKey().reversed())
                    .map(one -> new Row(
                            texts.get("till.receipt.times", one.getValue(), new Money(one.getKey(), currency)),
                            texts.money(new Money(one.getKey(), currency).times(one.getValue())),
                            false))
                    .toList();
            return new Section(texts.get("till.paper.count"), rows);
        }

        private Row row(String key, Money amount, boolean strong) {
            return new Row(texts.get(key), texts.money(amount), strong);
        }

        private String moment(Instant at) {
            return texts.moment(at, store == null ? ZoneId.of("UTC") : store.zone());
        }
    }

    /** What moved by hand, in a word. */
    public static String name(CashKind kind, Texts texts) {
        return switch (kind) {
            case PAID_IN -> texts.get("till.drawer.in");
            case PAID_OUT -> texts.get("till.drawer.out");
            case DROP -> texts.get("till.drawer.drop");
            case SALE, REFUND, RELEASE -> kind.name();
        };
    }

    /** A member of the staff by their sign-in name. */
    public static String who(String actor) {
        return actor.replaceFirst("^[a-z]+:", "");
    }

    /** Basis points as people write them: 725 as {@code 7.25%}. */
    private static String percent(int basisPoints, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(basisPoints / WHOLE);
    }
}
