package io.stoa.drawer.web;

import io.stoa.drawer.CashKind;
import io.stoa.drawer.NewMovement;
import io.stoa.shared.Money;

/** What a client sends to put cash in or take it out by hand. */
record HandRequest(CashKind kind, Money amount, String reason) {

    HandRequest {
        var ignored = new NewMovement("checked", kind, amount, reason);
    }

    NewMovement wish(String key) {
        return new NewMovement(key, kind, amount, reason);
    }
}
