package io.stoa.reasons;

import io.stoa.page.Texts;
import io.stoa.pricing.Fate;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceReason;
import io.stoa.pricing.PriceReason.Listed;
import io.stoa.pricing.PriceReason.Promoted;
import io.stoa.pricing.Quote;
import io.stoa.pricing.promotions.Reach;
import io.stoa.reasons.Reason.Tone;
import io.stoa.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why something costs what it costs, line by line in somebody's language; days are those of a zone. */
public final class PriceWords {

    private final Texts texts;
    private final ZoneId zone;

    public PriceWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** For those who work here: all of it. */
    public List<Reason> all(PriceReason reason) {
        var lines = new ArrayList<Reason>();
        reason.lists().forEach(one -> lines.add(listed(one, pieces(reason))));
        reason.promotions().forEach(one -> lines.add(promoted(one, reason)));
        if (reason.outcome() instanceof Quote quote) {
            lines.addAll(tax(quote));
        } else {
            lines.add(new Reason(Tone.NOT, texts.get("reasons.none"), null));
        }
        return lines;
    }

    /** For customers: what makes the price, and what would make it lower. */
    public List<Reason> forCustomers(PriceReason everything) {
        var reason = everything.open();
        var lines = new ArrayList<Reason>();
        reason.listed().ifPresent(one -> lines.add(new Reason(Tone.COUNTS, ours(one.list()), texts.money(one.price()))));
        reason.promotions().forEach(one -> lines.add(promoted(one, reason)));
        if (reason.outcome() instanceof Quote quote) {
            lines.addAll(tax(quote));
        }
        return lines;
    }

    private String ours(PriceList list) {
        return list.until() == null ? texts.get("reasons.ours") : texts.get("reasons.ours.until", lastDay(list.until()));
    }

    private static int pieces(PriceReason reason) {
        return reason.outcome() instanceof Quote quote
                ? quote.lines().stream().filter(line -> line.sku().equals(reason.sku())).mapToInt(line -> line.quantity().units()).sum()
                : 1;
    }

    private Reason listed(Listed one, int pieces) {
        var list = one.list();
        var id = list.id().value();
        var words = switch (one.fate()) {
            case OTHER_GROUP -> texts.get("reasons.list.OTHER_GROUP", id, Objects.requireNonNullElse(list.group(), ""));
            case NOT_YET -> texts.get("reasons.list.NOT_YET", id, day(list.from()));
            case OVER -> texts.get("reasons.list.OVER", id, day(list.until()));
            case APPLIES -> list.until() == null
                    ? texts.get("reasons.list.APPLIES", id)
                    : texts.get("reasons.list.until", id, lastDay(list.until()));
            default -> texts.get("reasons.list." + one.fate(), id);
        };
        var each = texts.money(one.price());
        return one.fate() == Fate.APPLIES
                ? new Reason(Tone.COUNTS, words, pieces == 1 ? each : texts.get("reasons.times", texts.number(pieces), each))
                : new Reason(Tone.NOT, words, each);
    }

    private Reason promoted(Promoted one, PriceReason reason) {
        var promotion = one.promotion();
        var reach = promotion.reach();
        var name = promotion.name();
        var words = switch (one.fate()) {
            case OTHER_DOOR -> texts.get("reasons.promotion.OTHER_DOOR", name, doors(reach));
            case OTHER_GROUP -> texts.get("reasons.promotion.OTHER_GROUP", name, reach.groups().stream().sorted().collect(Collectors.joining(", ")));
            case NOT_YET -> texts.get("reasons.promotion.NOT_YET", name, day(reach.from()));
            case OVER -> texts.get("reasons.promotion.OVER", name, day(reach.until()));
            case APPLIES, TOO_FEW, BELOW_MINIMUM -> {
                var currency = reason.listed().orElseThrow().price().currency();
                yield texts.get("reasons.promotion." + one.fate(), called(name, OfferWords.of(promotion, currency, texts)));
            }
            default -> texts.get("reasons.promotion." + one.fate(), name);
        };
        return new Reason(tone(one.fate()), words, one.off().isZero() ? null : texts.money(one.off().negated()));
    }

    /** A name that says it all is not followed by the same words. */
    private String called(String name, String offer) {
        return texts.get(name.equalsIgnoreCase(offer) ? "reasons.called" : "reasons.gives", name, offer);
    }

    private static Tone tone(Fate fate) {
        if (fate == Fate.APPLIES) {
            return Tone.COUNTS;
        }
        return fate.isNear() ? Tone.NEAR : Tone.NOT;
    }

    /** A zero rate is said too: somebody may wonder. */
    private List<Reason> tax(Quote quote) {
        boolean included = quote.lines().stream().allMatch(Quote.Line::taxIncluded);
        return quote.taxes().entrySet().stream()
                .map(tax -> new Reason(
                        Tone.COUNTS,
                        texts.get(included ? "reasons.tax.in" : "reasons.tax.on", texts.share(tax.getKey())),
                        texts.money(tax.getValue())))
                .toList();
    }

    /** What it comes to; null where it has no price. */
    public @Nullable String sum(PriceReason reason) {
        return reason.outcome() instanceof Quote quote ? texts.money(shown(quote)) : null;
    }

    private static Money shown(Quote quote) {
        return quote.lines().stream().map(Quote.Line::shown).reduce(Money.zero(quote.currency()), Money::plus);
    }

    private String doors(Reach reach) {
        return reach.doors().stream().sorted().map(door -> texts.get("office.door." + door)).collect(Collectors.joining(", "));
    }

    private String day(@Nullable Instant moment) {
        return moment == null ? "" : texts.day(LocalDate.ofInstant(moment, zone));
    }

    /** The last day before a moment that is excluded. */
    private String lastDay(Instant until) {
        return texts.day(LocalDate.ofInstant(until.minusMillis(1), zone));
    }
}
