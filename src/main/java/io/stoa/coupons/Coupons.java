package io.stoa.coupons;

import io.stoa.coupons.Coupon.Refusal;
import io.stoa.coupons.Coupon.Standing;
import io.stoa.coupons.UseTable.NewUse;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.Expected;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coupons, and who used them. Asking promises nothing; a use is taken with the order or not at all, under the lock of its
 * coupon, so that the last one goes to one buyer. Thread-safe.
 */
@Component
public class Coupons {

    /** The most uses that a coupon's history shows. */
    public static final int SHOWN = 100;

    private final CouponTable table;
    private final UseTable uses;
    private final EventLog log;
    private final Clock clock;

    Coupons(CouponTable table, UseTable uses, EventLog log, Clock clock) {
        this.table = table;
        this.uses = uses;
        this.log = log;
        this.clock = clock;
    }

    // --- Keeping them

    /** Those with one of these codes; one query, none for none. */
    public Map<CouponCode, Standing> find(Collection<CouponCode> codes) {
        return codes.isEmpty() ? Map.of() : table.find(codes);
    }

    public Optional<Standing> find(CouponCode code) {
        return Optional.ofNullable(find(List.of(code)).get(code));
    }

    /** By code, after one of them (or from the first). */
    public Page<Standing> list(@Nullable CouponCode after, int size) {
        int limit = Page.clamp(size);
        return Page.of(
                table.list(after == null ? "" : after.value(), limit + 1),
                limit,
                one -> one.coupon().code().value());
    }

    /** An order that uses a coupon, what it saved, and since when. */
    public record Used(OrderId order, Money off, Instant at) {}

    /** The newest first. */
    public List<Used> uses(CouponCode code) {
        return uses.of(code, SHOWN).stream()
                .map(one -> new Used(one.order(), one.off(), one.at()))
                .toList();
    }

    /**
     * Makes or changes a coupon, if what is there is what was expected; the same again changes nothing. Orders that use it keep
     * what it took off them.
     *
     * @throws IllegalArgumentException when it was used more often already than it may be from now on
     */
    @Transactional
    public Saved save(Coupon coupon, Expected expected, Touchpoint touchpoint) {
        var there = Optional.ofNullable(table.lock(List.of(coupon.code())).get(coupon.code()));
        if (!expected.holds(there.map(Standing::version).orElse(null))) {
            return new Saved.Stale();
        }
        int used = there.map(Standing::used).orElse(0);
        if (coupon.uses() != null && coupon.uses() < used) {
            throw new IllegalArgumentException("The coupon was used %d times already".formatted(used));
        }
        var version = table.save(coupon);
        if (there.isEmpty() && version.orElse(0L) != 1) {
            throw new ConcurrencyFailureException("Somebody made this coupon at the same moment");
        }
        version.ifPresent(now -> log.append(NewEvent.of(
                CouponChanged.SAVED, key(coupon.code()), now, touchpoint, new CouponChanged.Terms(coupon))));
        return new Saved.Done(version.or(() -> there.map(Standing::version)).orElseThrow(), there.isEmpty());
    }

    // --- Using them

    /**
     * Why this coupon takes nothing off a purchase of this amount now, as far as can be said before it is ordered; null stands for a
     * code that nobody knows.
     */
    public Optional<Refusal> refusal(@Nullable Standing coupon, Money purchase) {
        return coupon == null
                ? Optional.of(Refusal.UNKNOWN)
                : coupon.coupon().refusal(purchase, coupon.used(), clock.instant());
    }

    /**
     * Takes a use for each of these orders, in the caller's transaction, and answers those that get none and why. Whoever comes
     * first in the list is served first. Locks coupons; the caller holds its stock already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<OrderId, Refusal> redeemAll(List<Redemption> wanted) {
        var now = clock.instant();
        var turn = new Turn(table.lock(wanted.stream().map(Redemption::code).toList()), wanted, now);
        var given = new ArrayList<NewUse>();
        var refused = new HashMap<OrderId, Refusal>();
        for (var one : wanted) {
            turn.refusal(one).ifPresentOrElse(why -> refused.put(one.order(), why), () -> given.add(turn.take(one)));
        }
        if (!given.isEmpty()) {
            uses.insert(given, now);
            count(
                    given.stream()
                            .filter(NewUse::counts)
                            .map(use -> use.wanted().code())
                            .toList(),
                    1);
            log.append(given.stream()
                    .map(NewUse::wanted)
                    .map(one -> event(CouponChanged.USED, one.code(), one.order(), one.off(), one.touchpoint()))
                    .toList());
        }
        return refused;
    }

    /** Nothing came of these orders: what they used can be used again. In the caller's transaction; most use none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Collection<OrderId> orders, Touchpoint touchpoint) {
        var codes = orders.isEmpty() ? List.<CouponCode>of() : uses.codes(orders);
        if (codes.isEmpty()) {
            return;
        }
        var _ = table.lock(codes);
        var gone = uses.delete(orders);
        count(
                gone.stream()
                        .filter(one -> one.counted() && !uses.inherit(one))
                        .map(UseTable.Gone::code)
                        .toList(),
                -1);
        log.append(gone.stream()
                .map(one -> event(CouponChanged.GIVEN_BACK, one.code(), one.order(), one.off(), touchpoint))
                .toList());
    }

    private void count(List<CouponCode> codes, int sign) {
        var sums =
                codes.stream().collect(Collectors.toMap(Function.identity(), code -> sign, Integer::sum, TreeMap::new));
        if (!sums.isEmpty()) {
            table.count(sums);
        }
    }

    /** What is known of the coupons while they are locked, and what was given out since. */
    private final class Turn {
        private final Map<CouponCode, Standing> locked;
        private final Set<String> purchases;
        private final Set<String> buyers;
        private final Map<CouponCode, Integer> taken = new HashMap<>();
        private final Instant now;

        Turn(Map<CouponCode, Standing> locked, List<Redemption> wanted, Instant now) {
            this.locked = locked;
            this.purchases = uses.purchases(wanted);
            this.buyers = uses.buyers(wanted);
            this.now = now;
        }

        /** The amount was looked at when the order was priced: what is left to ask is whether it still holds, and for whom. */
        Optional<Refusal> refusal(Redemption one) {
            var there = locked.get(one.code());
            if (there == null) {
                return Optional.of(Refusal.UNKNOWN);
            }
            if (purchases.contains(one.code() + "/" + one.purchase())) {
                return Optional.empty();
            }
            var coupon = there.coupon();
            var enough = new Money(
                    Math.max(coupon.minimum(), one.off().minor()), one.off().currency());
            return coupon.refusal(enough, there.used() + taken.getOrDefault(one.code(), 0), now)
                    .or(() -> !coupon.once() ? Optional.empty() : once(one));
        }

        private Optional<Refusal> once(Redemption one) {
            if (one.buyer() == null) {
                return Optional.of(Refusal.WHO);
            }
            return buyers.contains(one.code() + "/" + one.buyer())
                    ? Optional.of(Refusal.USED_BEFORE)
                    : Optional.empty();
        }

        NewUse take(Redemption one) {
            boolean first = purchases.add(one.code() + "/" + one.purchase());
            if (first) {
                taken.merge(one.code(), 1, Integer::sum);
            }
            if (one.buyer() != null) {
                buyers.add(one.code() + "/" + one.buyer());
            }
            return new NewUse(one, first, Objects.requireNonNull(locked.get(one.code())).coupon().once());
        }
    }

    private static NewEvent event(String type, CouponCode code, OrderId order, Money off, Touchpoint touchpoint) {
        return new NewEvent(type, key(code), 0, null, order, touchpoint, new CouponChanged.Use(code, order, off));
    }

    private static String key(CouponCode code) {
        return "coupon:" + code;
    }
}
