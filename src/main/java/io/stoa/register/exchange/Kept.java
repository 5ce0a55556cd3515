package io.stoa.register.exchange;

import io.stoa.page.Texts;
import io.stoa.returns.Return;

/** What is kept of a return for other goods, in words. */
public record Kept(String number, String left, String pieces) {

    public static Kept of(Return document, Texts texts) {
        var pieces = document.lines().stream()
                .map(line -> texts.get("till.return.piece", line.quantity(), line.title()))
                .toList();
        return new Kept(document.id().toString(), texts.money(document.left()), String.join(", ", pieces));
    }
}
