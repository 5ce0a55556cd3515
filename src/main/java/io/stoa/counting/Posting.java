package io.stoa.counting;

import io.stoa.shared.Expected;
import org.jspecify.annotations.Nullable;

/**
 * Posts what was seen in this version. The approval is why a difference above the limit is right, in the words of somebody who may
 * approve; null when nobody did.
 */
public record Posting(Expected seen, @Nullable String approval) {

    public static final int APPROVAL_MAX = 200;

    public Posting {
        if (approval != null && (approval.isBlank() || approval.length() > APPROVAL_MAX)) {
            throw new IllegalArgumentException("An approval has a reason of 1 to 200 characters");
        }
    }
}
