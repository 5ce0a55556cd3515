package io.stoa.payments;

import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.Tender;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The test provider behind a bad line: requests and answers get lost, doubled and delayed, and callers die. */
class UnreliableGateway implements Gateway {

    /** What goes wrong with one call. */
    enum Fault {
        NONE,
        ANSWER_LOST,
        REQUEST_LOST,
        BROKEN_AFTER,
        DOUBLED,
        /** The caller hears nothing; the request arrives when the line is free again. */
        DELAYED,
        CALLER_DIES_BEFORE,
        CALLER_DIES_AFTER
    }

    /** The caller's process has ended at this point. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death(Object unheard) {
            super("died before hearing " + unheard);
        }
    }

    /** For the next call of this thread; calls of other threads take from the ambient ones. */
    final ThreadLocal<Fault> next = ThreadLocal.withInitial(() -> Fault.NONE);

    final Queue<Fault> ambient = new ConcurrentLinkedQueue<>();
    final Queue<Runnable> delayed = new ConcurrentLinkedQueue<>();
    private final Gateway provider;

    UnreliableGateway(Gateway provider) {
        this.provider = provider;
    }

    void deliverDelayed() {
        for (var request = delayed.poll(); request != null; request = delayed.poll()) {
            request.run();
        }
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public Set<Tender> tenders() {
        return provider.tenders();
    }

    @Override
    public GatewayAnswer hold(HoldRequest request) {
        return through(() -> provider.hold(request));
    }

    @Override
    public GatewayAnswer capture(MovementRequest request) {
        return through(() -> provider.capture(request));
    }

    @Override
    public GatewayAnswer release(MovementRequest request) {
        return through(() -> provider.release(request));
    }

    @Override
    public GatewayAnswer refund(MovementRequest request) {
        return through(() -> provider.refund(request));
    }

    @Override
    public GatewayAnswer ask(String key) {
        return through(() -> provider.ask(key));
    }

    @Override
    public void onNotice(Consumer<String> listener) {
        provider.onNotice(listener);
    }

    private GatewayAnswer through(Supplier<GatewayAnswer> call) {
        return switch (fault()) {
            case NONE -> call.get();
            case ANSWER_LOST -> lostAfter(call);
            case REQUEST_LOST -> new GatewayAnswer.Unknown("request lost");
            case BROKEN_AFTER -> throw new IllegalStateException("broken after " + call.get());
            case DOUBLED -> twice(call);
            case DELAYED -> delay(call);
            case CALLER_DIES_BEFORE -> throw new Death("anything");
            case CALLER_DIES_AFTER -> throw dying(call);
        };
    }

    private Fault fault() {
        var mine = next.get();
        next.remove();
        if (mine != Fault.NONE) {
            return mine;
        }
        var other = Thread.currentThread().isVirtual() ? ambient.poll() : null;
        return other == null ? Fault.NONE : other;
    }

    private GatewayAnswer delay(Supplier<GatewayAnswer> call) {
        delayed.add(() -> {
            var _ = call.get();
        });
        return new GatewayAnswer.Unknown("delayed");
    }

    private static GatewayAnswer twice(Supplier<GatewayAnswer> call) {
        var first = call.get();
        var second = call.get();
        return first.equals(second) ? second : new GatewayAnswer.Unknown("the provider contradicts itself");
    }

    private static Death dying(Supplier<GatewayAnswer> call) {
        return new Death(call.get());
    }

    private static GatewayAnswer lostAfter(Supplier<GatewayAnswer> call) {
        return new GatewayAnswer.Unknown("lost " + call.get());
    }
}
