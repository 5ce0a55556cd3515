package io.stoa.giftcards;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues gift cards, finds them, blocks them. Spending is the affair of payments. Thread-safe. */
@Component
public class GiftCards {

    /** In minor units: more on one card is a slip of the keyboard, or something that wants another look. */
    public static final long LOADED_MAX = 1_000_000;

    private final GiftCardTable cards;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;

    GiftCards(GiftCardTable cards, EventLog log, Ids ids, Clock clock) {
        this.cards = cards;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a card worth so much. The same key is the same card.
     *
     * @throws IllegalArgumentException unless the amount is more than nothing and at most {@link #LOADED_MAX}
     */
    @Transactional
    public Issued issue(String key, Money amount, Touchpoint touchpoint) {
        if (amount.minor() <= 0 || amount.minor() > LOADED_MAX) {
            throw new IllegalArgumentException("A gift card is worth more than nothing and at most "
                    + new Money(LOADED_MAX, amount.currency()));
        }
        var code = GiftCode.fresh();
        var card = new GiftCardId(ids.next());
        if (!cards.issue(card, key, code, amount, clock.instant())) {
            return new Issued(cards.byKey(key), Optional.empty());
        }
        log.append(event(GiftCardChanged.ISSUED, card, 1, amount, touchpoint));
        return new Issued(cards.byKey(key), Optional.of(code));
    }

    public Optional<GiftCard> find(GiftCardId id) {
        return cards.byId(id);
    }

    /** The card with this code, if there is one. */
    public Optional<GiftCard> find(GiftCode code) {
        return cards.byCode(code);
    }

    /** The newest first; with an ending, only those whose code ends so. */
    public Page<GiftCard> list(@Nullable String ending, int size, @Nullable GiftCardId after) {
        return Page.of(cards.list(ending, size + 1, after), size, card -> card.id().toString());
    }

    /** What happened to the money of a card, the newest first. */
    public List<GiftCard.Entry> history(GiftCardId id) {
        return cards.history(id);
    }

    /** From now on nothing more can be held on it; what is promised to orders already stays promised. */
    @Transactional
    public Optional<GiftCard> block(GiftCardId id, boolean blocked, Touchpoint touchpoint) {
        cards.block(id, blocked).ifPresent(version -> {
            var balance = cards.byId(id).orElseThrow().balance();
            var type = blocked ? GiftCardChanged.BLOCKED : GiftCardChanged.UNBLOCKED;
            log.append(event(type, id, version, balance, touchpoint));
        });
        return cards.byId(id);
    }

    private static NewEvent event(String type, GiftCardId card, long version, Money amount, Touchpoint touchpoint) {
        var payload = new GiftCardChanged(card, amount.minor(), amount.currency().getCurrencyCode());
        return NewEvent.of(type, "giftcard:" + card, version, touchpoint, payload);
    }
}
