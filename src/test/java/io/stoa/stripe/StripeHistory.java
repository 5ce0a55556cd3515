package io.stoa.stripe;

import static io.stoa.payments.PaymentsLaboratory.capture;
import static io.stoa.payments.PaymentsLaboratory.refund;

import io.stoa.payments.Payment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.PaymentsLaboratory.Bench;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Touchpoint;
import io.stoa.stripe.StripeCounterpart.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What several actors do at once to a payment through Stripe over a bad line; the seed decides what, the machine when. */
record StripeHistory(long seed) {

    private static final int ACTORS = 3;
    private static final int STEPS = 10;
    private static final long CENTS = 100_00;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    /** Runs it until nothing is open, and says what is wrong then. */
    List<String> run(Bench bench, StripeCounterpart stripe, StripeTable books) {
        var id = bench.opened(Tender.HOSTED, CENTS).id();
        var run = new Run(bench, stripe, books, id);
        var _ = bench.payments().authorise(id, null, Touchpoint.SYSTEM);
        try (var actors = Executors.newFixedThreadPool(ACTORS)) {
            IntStream.range(0, ACTORS).forEach(actor -> actors.execute(() -> run.act(new Random(seed * ACTORS + actor))));
        }
        stripe.faults.clear();
        run.comeToRest();
        return run.wrongs();
    }

    private record Run(Bench bench, StripeCounterpart stripe, StripeTable books, PaymentId id) {

        void act(Random random) {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(3) == 0) {
                    stripe.faults.add(FAULTS.get(random.nextInt(FAULTS.size())));
                }
                act(random.nextInt(12), 1 + random.nextInt(3), 1 + random.nextLong(CENTS / 2));
            }
        }

        private void act(int deed, int number, long cents) {
            switch (deed) {
                case 0, 1, 2 -> pay();
                case 3, 4 -> use(bench.payments().askedAgain(bench.key(id)));
                case 5, 6, 7 -> use(bench.payments().capture(capture("c" + number, id, cents)));
                case 8, 9 -> use(bench.payments().refund(refund("r" + number, id, cents)));
                case 10 -> use(bench.payments().release(id, Touchpoint.SYSTEM));
                default -> {
                    bench.clock().pass(Duration.ofSeconds(cents));
                    bench.resolve();
                }
            }
        }

        private void pay() {
            try {
                books.hold(bench.key(id)).map(Hold::session).ifPresent(page -> use(stripe.account.pay(page)));
            } catch (StripeAccount.No paidOrClosed) {
                // The customer sees that, too.
            }
        }

        private void comeToRest() {
            bench.settle();
        }

        List<String> wrongs() {
            var ours = bench.payment(id);
            var wrongs = new ArrayList<String>();
            books.hold(bench.key(id)).map(Hold::intent).ifPresent(intent -> compare(ours, stripe.account.get(intent), wrongs));
            boolean paidTwice = stripe.account.all("payment_intent").stream()
                            .filter(one -> Map.of("stoa_key", bench.key(id)).equals(one.get("metadata")))
                            .count()
                    > 1;
            must(!paidTwice, "two payments", wrongs);
            must(bench.open() == 0, "not settled", wrongs);
            return wrongs.stream().map(wrong -> wrong + ": " + ours).toList();
        }

        private void compare(Payment ours, Map<String, Object> theirs, List<String> wrongs) {
            var intent = StripeAccount.value(theirs, "id").toString();
            long received = (Long) StripeAccount.value(theirs, "amount_received");
            long kept = received - stripe.account.refunded(intent);
            long held = ours.authorised().minor() - ours.released().minor() - ours.refunded().minor();
            boolean taken = ours.captured().minor() > 0;
            must(stripe.account.takings.getOrDefault(intent, 0) <= 1, "taken twice", wrongs);
            must(kept == (taken ? held : 0), "Stripe has " + kept, wrongs);
            boolean free = "canceled".equals(theirs.get("status"));
            must(taken || free == ours.released().equals(ours.authorised()), "let go, but not there: " + theirs, wrongs);
        }

        private static void must(boolean right, String otherwise, List<String> wrongs) {
            if (!right) {
                wrongs.add(otherwise);
            }
        }

        private static void use(Object ignored) {
            if (ignored.toString().isEmpty()) {
                throw new IllegalStateException("An outcome says what it is");
            }
        }
    }
}
