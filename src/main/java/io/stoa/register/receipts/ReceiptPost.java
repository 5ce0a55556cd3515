package io.stoa.register.receipts;

import io.stoa.mail.Mail;
import io.stoa.mail.Recipient;
import io.stoa.notices.Languages;
import io.stoa.register.Receipts;
import io.stoa.shared.Actor;
import io.stoa.shared.Allowance;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts receipts into the outbox. A receipt leaves at most {@value #MOST_OF_ONE} times in ten minutes and a member of the staff
 * sends at most {@value #MOST_BY_ONE}, so that no till fills the mailbox of a stranger.
 */
@Component
class ReceiptPost {

    static final int MOST_OF_ONE = 5;
    static final int MOST_BY_ONE = 60;
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final Receipts receipts;
    private final ReceiptLetters letters;
    private final Languages languages;
    private final Mail mail;
    private final TransactionTemplate transaction;
    private final Allowance ofOne = new Allowance(MOST_OF_ONE, WHILE);
    private final Allowance byOne = new Allowance(MOST_BY_ONE, WHILE);

    ReceiptPost(
            Receipts receipts,
            ReceiptLetters letters,
            Languages languages,
            Mail mail,
            TransactionTemplate transaction) {
        this.receipts = receipts;
        this.letters = letters;
        this.languages = languages;
        this.mail = mail;
        this.transaction = transaction;
    }

    /** False when it was sent too often. The same press again sends nothing and is fine. */
    boolean send(String code, String email, String press, Actor by) {
        if (!byOne.take(by.toString()) || !ofOne.take(code)) {
            return false;
        }
        var first = receipts.orders(code).getFirst();
        var texts = languages.of(first);
        var receipt = receipts.of(code, null, texts).orElseThrow();
        var letter = letters.of(receipt, new Recipient(null, email), texts, own(press)).about(first.customer(), first.id());
        transaction.executeWithoutResult(status -> mail.write(letter));
        return true;
    }

    private static String own(String press) {
        return press.matches("[0-9a-f-]{36}") ? press : UUID.randomUUID().toString();
    }
}
