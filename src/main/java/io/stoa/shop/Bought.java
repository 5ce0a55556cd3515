package io.stoa.shop;

import io.stoa.shop.paying.PayWays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as its buyer sees it; {@code before} says that it was bought before the shop was this one.
 * {@code letters} says where mail about it goes, {@code due} is what is left to pay, once a part of the money is there, {@code back} says what of it comes back. */
public record Bought(
        String number,
        String href,
        State state,
        String sentence,
        @Nullable String back,
        @Nullable String letters,
        List<Pickup> pickups,
        List<Step> trail,
        List<Basket.Line> lines,
        List<Basket.Sum> sums,
        String total,
        @Nullable String due,
        List<Basket.Sum> paid,
        List<Part> parts,
        boolean payable,
        boolean cancellable,
        PayWays ways,
        @Nullable String problem,
        boolean before) {

    /** How the order stands, for the colour and the mark beside the words. */
    public enum State {
        WAITING("wait", "clock"),
        GOING("info", "truck"),
        DONE("good", "check"),
        OFF("stop", "cross");

        private final String tone;
        private final String icon;

        State(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        public String tone() {
            return tone;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * What waits for the buyer in a store; the code is only for the buyer's own eyes, and missing for others. {@code waits} is where
     * the buyer said that they are, null before they came, and empty when they did not say.
     */
    public record Pickup(String shipment, String store, @Nullable String code, @Nullable String until, @Nullable String waits) {}

    /** Where some of it goes; the goods are named where other goods go elsewhere. */
    public record Part(String title, List<String> address, List<String> goods) {}

    /** One step that happened or will; {@code mark} is done, now, ahead or wrong. */
    public record Step(
            String mark,
            String what,
            @Nullable String when,
            @Nullable String detail) {}

    public String topics() {
        return "order:" + number;
    }
}
