package io.stoa.payments;

import io.stoa.payments.MovementOutcome.Done;
import io.stoa.payments.PaymentsLaboratory.Bench;
import io.stoa.payments.UnreliableGateway.Death;
import io.stoa.payments.UnreliableGateway.Fault;
import io.stoa.payments.gateway.CardToken;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;

/** Steps that several actors take at once on a few payments. The seed decides the steps, the machine their interleaving. */
record PaymentHistory(List<Long> amounts, List<Step> steps) {

    private static final int ACTORS = 4;
    private static final int STEPS = 24;

    /** What an actor can do. */
    enum Deed {
        PAY,
        PAY_IN_BATCH,
        CAPTURE,
        CAPTURE_LATER,
        REFUND,
        REFUND_LATER,
        RELEASE,
        NOTICE,
        RESOLVE,
        DELIVER
    }

    /** One thing that one actor does to one payment; {@code choice} picks the id, so that ids repeat. */
    record Step(int actor, Deed deed, int payment, int choice, long cents, Fault fault, boolean declines) {}

    static PaymentHistory random(long seed) {
        var random = new Random(seed);
        var amounts = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> 1L + random.nextInt(100))
                .toList();
        var steps = IntStream.range(0, STEPS).mapToObj(_ -> step(random, amounts)).toList();
        return new PaymentHistory(amounts, steps);
    }

    PaymentHistory with(List<Step> others) {
        return new PaymentHistory(amounts, List.copyOf(others));
    }

    /** Runs it on fresh payments until nothing is open, and says what is wrong then, if anything. */
    Optional<String> run(Bench bench) {
        var run = new Run(bench, amounts.stream().map(bench::attemptable).toList());
        try {
            run.all(steps);
            run.comeToRest();
            return run.wrong();
        } finally {
            bench.gateway().ambient.clear();
            bench.gateway().delayed.clear();
        }
    }

    private static Step step(Random random, List<Long> amounts) {
        int payment = random.nextInt(amounts.size());
        return new Step(
                random.nextInt(ACTORS),
                deed(random),
                payment,
                random.nextInt(4),
                1 + random.nextLong(amounts.get(payment)),
                random.nextInt(3) > 0 ? Fault.NONE : pick(random, Fault.values()),
                random.nextInt(6) == 0);
    }

    /** Paying comes often, else nothing else could happen. */
    private static Deed deed(Random random) {
        return random.nextInt(3) == 0 ? (random.nextBoolean() ? Deed.PAY : Deed.PAY_IN_BATCH) : pick(random, Deed.values());
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** One run: what its actors were told is kept, to be held against both books. */
    private record Run(
            Bench bench,
            List<NewPayment> payments,
            Map<String, Long> captured,
            Map<String, Long> refunded,
            List<String> surprises) {

        Run(Bench bench, List<NewPayment> payments) {
            this(
                    bench,
                    payments,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    Collections.synchronizedList(new ArrayList<>()));
        }

        void all(List<Step> steps) {
            try (var threads = Executors.newFixedThreadPool(ACTORS)) {
                for (int actor = 0; actor < ACTORS; actor++) {
                    int me = actor;
                    threads.execute(() -> steps.stream().filter(s -> s.actor() == me).forEach(this::survive));
                }
            }
        }

        /** Delayed requests arrive in the end, the latest after everything seemed settled. */
        void comeToRest() {
            bench.gateway().ambient.clear();
            bench.clock().pass(Duration.ofMinutes(2));
            bench.resolver().run();
            bench.gateway().deliverDelayed();
            bench.settle();
        }

        private void survive(Step step) {
            try {
                bench.gateway().next.set(step.fault());
                take(step);
            } catch (Death expected) {
                bench.gateway().next.remove();
            } catch (RuntimeException surprise) {
                surprises.add(step + ": " + surprise);
            } finally {
                bench.gateway().next.remove();
            }
        }

        private void take(Step step) {
            var payment = payments.get(step.payment());
            var id = payment.id();
            var capture = PaymentsLaboratory.capture("c" + step.choice(), id, step.cents());
            var refund = PaymentsLaboratory.refund("r" + step.choice(), id, step.cents());
            switch (step.deed()) {
                case PAY -> use(bench.payments().authorise(id, card(step), Touchpoint.SYSTEM));
                case PAY_IN_BATCH -> payInBatch(payment, card(step));
                case CAPTURE -> told(captured, capture.id(), step, bench.payments().capture(capture));
                case REFUND -> told(refunded, refund.id(), step, bench.payments().refund(refund));
                case CAPTURE_LATER -> later(() -> use(bench.payments().captureLater(capture)));
                case REFUND_LATER -> later(() -> use(bench.payments().refundLater(refund)));
                case RELEASE -> use(bench.payments().release(id, Touchpoint.SYSTEM));
                case NOTICE -> bench.resolver().noticed(payment.gatewayKey());
                case RESOLVE -> resolve(step);
                case DELIVER -> bench.gateway().deliverDelayed();
            }
        }

        /** As orders does it: the attempt is durable, the provider is called, the answer is recorded with others. */
        private void payInBatch(NewPayment payment, CardToken card) {
            if (payment.attempting()) {
                var answer = bench.payments().callGateway(payment, card);
                use(bench.answer(payment, answer));
            }
        }

        private void resolve(Step step) {
            bench.gateway().next.remove();
            if (step.fault() != Fault.CALLER_DIES_AFTER && step.fault() != Fault.CALLER_DIES_BEFORE) {
                bench.gateway().ambient.add(step.fault());
            }
            bench.clock().pass(Duration.ofSeconds(step.cents()));
            bench.resolver().run();
        }

        /** Two with one id in their transactions at once: one may be rolled back, as its caller would do again. */
        private void later(Runnable begin) {
            try {
                bench.transaction().executeWithoutResult(_ -> begin.run());
            } catch (DuplicateKeyException rolledBack) {
                bench.gateway().next.remove();
            }
        }

        private void told(Map<String, Long> ledger, String id, Step step, MovementOutcome outcome) {
            if (outcome instanceof Done) {
                ledger.put(id, step.cents());
            }
        }

        Optional<String> wrong() {
            var wrongs = new ArrayList<>(surprises);
            bench.payments().check().differences().forEach(difference -> wrongs.add(difference.toString()));
            payments.forEach(payment -> wrongs.addAll(wrong(payment.id())));
            return wrongs.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrongs));
        }

        private List<String> wrong(PaymentId id) {
            var ours = bench.payment(id);
            var theirs = bench.books(id);
            var wrongs = new ArrayList<String>();
            must(wrongs, theirs.charges() <= 1, "charged more than once");
            must(wrongs, ours.authorised().minor() == theirs.approved(), "held");
            must(wrongs, ours.captured().minor() == theirs.captured(), "captured");
            must(wrongs, ours.released().minor() == theirs.released(), "released");
            must(wrongs, ours.refunded().minor() == theirs.refunded(), "refunded");
            must(wrongs, theirs.captured() + theirs.released() <= theirs.approved(), "taken beyond held");
            must(wrongs, theirs.refunded() <= theirs.captured(), "given back beyond taken");
            must(wrongs, sum(captured, id) <= theirs.captured(), "a capture acknowledged to its caller is missing");
            must(wrongs, sum(refunded, id) <= theirs.refunded(), "a refund acknowledged to its caller is missing");
            must(wrongs, !ours.releaseWanted() || letGo(ours), "money is still held that should be let go");
            must(wrongs, bench.eventTotals(id).equals(moved(ours)), "events " + bench.eventTotals(id));
            must(wrongs, settled(ours), "not settled");
            return wrongs.stream().map(wrong -> wrong + ": " + ours + " / " + theirs).toList();
        }

        private static void must(List<String> wrongs, boolean right, String otherwise) {
            if (!right) {
                wrongs.add(otherwise);
            }
        }

        private static boolean letGo(Payment payment) {
            return payment.captured().plus(payment.released()).equals(payment.authorised());
        }

        /** A payment that nobody paid stays opened; nothing else may stay in between. */
        private static boolean settled(Payment payment) {
            return switch (payment.state()) {
                case OPENED, AUTHORISED, DECLINED, CAPTURED, RELEASED -> true;
                case ATTEMPTING, PENDING, UNKNOWN -> false;
            };
        }

        private static List<Long> moved(Payment payment) {
            return List.of(
                    payment.captured().minor(),
                    payment.released().minor(),
                    payment.refunded().minor());
        }

        private static long sum(Map<String, Long> told, PaymentId id) {
            return told.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("@" + id))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        private static CardToken card(Step step) {
            return new CardToken(step.declines() ? "tok_decline" : step.choice() == 0 ? "tok_twice" : "tok_approve");
        }

        /** What an actor hears does not matter here: the books tell. */
        private static void use(Object outcome) {
            if (outcome.toString().isEmpty()) {
                throw new IllegalStateException("An outcome says nothing");
            }
        }
    }
}
