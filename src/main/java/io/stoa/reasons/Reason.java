package io.stoa.reasons;

import org.jspecify.annotations.Nullable;

/** One line of an answer to "why?", in somebody's language; what it comes to where it comes to something. */
public record Reason(Tone tone, String words, @Nullable String amount) {

    /** Whether it counts. */
    public enum Tone {
        COUNTS("check"),
        /** Not yet; it would if more were bought or somebody waits. */
        NEAR("clock"),
        /** Not here, not now. */
        NOT("minus");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        /** What a page shows before it. */
        public String icon() {
            return icon;
        }
    }
}
