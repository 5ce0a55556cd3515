package io.stoa.payments;

import java.util.List;

/** How many payments were compared with their ledger, and those that do not agree, at most 1,000 of them. */
public record AuditReport(long compared, List<Difference> differences) {

    /** One amount of a payment, in the smallest unit of its currency, against the sum that it should be. */
    public record Difference(PaymentId payment, String amount, long stored, long summed) {}
}
