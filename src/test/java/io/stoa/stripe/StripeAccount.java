package io.stoa.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a retailer's account at Stripe holds, with Stripe's own rules: pages, payments, refunds, disputes. Guarded by itself. */
class StripeAccount {

    /** Stripe says no, in the form of its documented errors. */
    static final class No extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int status;
        final String type;
        final String code;

        No(int status, String type, String code) {
            super(code);
            this.status = status;
            this.type = type;
            this.code = code;
        }
    }

    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final String pages;

    /** How often money was really taken, by payment. */
    final Map<String, Integer> takings = new LinkedHashMap<>();

    /** The state in which refunds come into the world; a bank transfer would be pending first. */
    String newRefunds = "succeeded";

    StripeAccount(String pages) {
        this.pages = pages;
    }

    synchronized Map<String, Object> openPage(Map<String, String> form) {
        must("payment".equals(form.get("mode")), "parameter_invalid");
        must("manual".equals(form.get("payment_intent_data[capture_method]")), "parameter_invalid");
        long amount = Long.parseLong(need(form, "line_items[0][price_data][unit_amount]"));
        must(amount >= 50, "amount_too_small");
        var id = "cs_test_" + numbers.incrementAndGet();
        var page = object("checkout.session", id);
        page.put("status", "open");
        page.put("url", pages + "/c/pay/" + id);
        page.put("amount_total", amount);
        page.put("currency", need(form, "line_items[0][price_data][currency]"));
        page.put("client_reference_id", need(form, "client_reference_id"));
        page.put("customer_email", form.get("customer_email"));
        page.put("success_url", need(form, "success_url"));
        page.put("cancel_url", need(form, "cancel_url"));
        page.put("payment_intent", null);
        page.put("metadata", Map.of("stoa_key", need(form, "payment_intent_data[metadata][stoa_key]")));
        return page;
    }

    synchronized Map<String, Object> closePage(String id) {
        var page = get(id);
        must("open".equals(page.get("status")), "resource_expired");
        page.put("status", "expired");
        page.put("url", null);
        return page;
    }

    /** What the customer does on the page. */
    synchronized Map<String, Object> pay(String page) {
        var session = get(page);
        must("open".equals(session.get("status")), "resource_expired");
        var intent = object("payment_intent", "pi_" + numbers.incrementAndGet());
        intent.put("status", "requires_capture");
        intent.put("amount", session.get("amount_total"));
        intent.put("amount_capturable", session.get("amount_total"));
        intent.put("amount_received", 0L);
        intent.put("currency", session.get("currency"));
        intent.put("metadata", session.get("metadata"));
        session.put("status", "complete");
        session.put("url", null);
        session.put("payment_intent", intent.get("id"));
        return session;
    }

    synchronized Map<String, Object> capture(String id, Map<String, String> form) {
        var intent = get(id);
        must("requires_capture".equals(intent.get("status")), "payment_intent_unexpected_state");
        long wanted = Long.parseLong(need(form, "amount_to_capture"));
        must(wanted <= (Long) value(intent, "amount_capturable"), "amount_too_large");
        intent.put("status", "succeeded");
        intent.put("amount_received", wanted);
        intent.put("amount_capturable", 0L);
        takings.merge(id, 1, Integer::sum);
        return intent;
    }

    synchronized Map<String, Object> cancel(String id) {
        var intent = get(id);
        must("requires_capture".equals(intent.get("status")), "payment_intent_unexpected_state");
        intent.put("status", "canceled");
        intent.put("amount_capturable", 0L);
        return intent;
    }

    synchronized Map<String, Object> refund(Map<String, String> form) {
        var intent = need(form, "payment_intent");
        long amount = Long.parseLong(need(form, "amount"));
        must(refunded(intent) + amount <= (Long) value(get(intent), "amount_received"), "charge_already_refunded");
        var refund = object("refund", "re_" + numbers.incrementAndGet());
        refund.put("status", newRefunds);
        refund.put("amount", amount);
        refund.put("currency", get(intent).get("currency"));
        refund.put("payment_intent", intent);
        refund.put("metadata", Map.of("stoa_key", need(form, "metadata[stoa_key]")));
        return refund;
    }

    synchronized void decide(String refund, String state) {
        get(refund).put("status", state);
    }

    synchronized Map<String, Object> dispute(String intent, String id, String state) {
        var dispute = objects.containsKey(id) ? get(id) : object("dispute", id);
        dispute.put("status", state);
        dispute.put("reason", "product_not_received");
        dispute.put("amount", value(get(intent), "amount_received"));
        dispute.put("currency", get(intent).get("currency"));
        dispute.put("payment_intent", intent);
        dispute.put("created", 1_790_000_000L);
        dispute.put("evidence_details", Map.of("due_by", 1_790_600_000L, "has_evidence", false));
        return dispute;
    }

    synchronized Map<String, Object> get(String id) {
        return Optional.ofNullable(objects.get(id)).orElseThrow(() -> new No(404, "invalid_request_error", "resource_missing"));
    }

    /** As somebody sees it who asked for the payment in full. */
    synchronized Map<String, Object> page(String id, boolean whole) {
        var page = new LinkedHashMap<>(get(id));
        if (whole && page.get("payment_intent") instanceof String intent) {
            page.put("payment_intent", get(intent));
        }
        return page;
    }

    synchronized List<Map<String, Object>> refunds(String intent) {
        return all("refund").stream().filter(refund -> intent.equals(refund.get("payment_intent"))).toList();
    }

    synchronized List<Map<String, Object>> all(String kind) {
        return new ArrayList<>(objects.values().stream().filter(one -> kind.equals(one.get("object"))).toList());
    }

    /** What of it was given back or is going to be. */
    synchronized long refunded(String intent) {
        return refunds(intent).stream()
                .filter(refund -> !"failed".equals(refund.get("status")))
                .mapToLong(refund -> (Long) value(refund, "amount"))
                .sum();
    }

    private Map<String, Object> object(String kind, String id) {
        var made = new LinkedHashMap<String, Object>();
        made.put("id", id);
        made.put("object", kind);
        objects.put(id, made);
        return made;
    }

    static Object value(Map<String, Object> object, String field) {
        return Objects.requireNonNull(object.get(field));
    }

    private static String need(Map<String, String> form, String field) {
        @Nullable String value = form.get(field);
        if (value == null) {
            throw new No(400, "invalid_request_error", "parameter_missing");
        }
        return value;
    }

    private static void must(boolean right, String otherwise) {
        if (!right) {
            throw new No(400, "invalid_request_error", otherwise);
        }
    }
}
