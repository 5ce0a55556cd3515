package io.stoa.customers;

import io.stoa.brand.Brand;
import io.stoa.mail.Block;
import io.stoa.mail.Letter;
import io.stoa.mail.Mail;
import io.stoa.shared.PublicAddress;
import io.stoa.mail.Recipient;
import io.stoa.page.Texts;
import io.stoa.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters about an account. */
@Component
class AccountLetters {

    private final Mail mail;
    private final PublicAddress house;
    private final Brand brand;

    AccountLetters(Mail mail, PublicAddress house, Brand brand) {
        this.mail = mail;
        this.house = house;
        this.brand = brand;
    }

    /** Whom it is for. */
    record To(@Nullable CustomerId person, @Nullable String name, String email, String language) {
        Texts texts() {
            return Texts.in(Locale.forLanguageTag(language));
        }

        static To of(Customer customer, String email) {
            return new To(customer.id(), customer.name(), email, customer.language());
        }
    }

    /** A code to type, for signing in or for opening an account. */
    void code(long id, String kind, To to, String code, Instant end) {
        var words = to.texts().get("customers." + kind + ".text");
        var blocks = List.<Block>of(
                new Block.Words(words),
                new Block.Code(to.texts().get("customers." + kind + ".code"), Letter.MARK),
                new Block.Words(to.texts().get("customers.not-you")));
        write(id, kind, to, words, blocks, code, end);
    }

    void link(long id, String kind, To to, String link, Instant end) {
        var words = to.texts().get("customers." + kind + ".text");
        var blocks = List.<Block>of(
                new Block.Words(words),
                new Block.Button(to.texts().get("customers." + kind + ".button"), house.of("/shop/password/" + Letter.MARK)),
                new Block.Words(to.texts().get("customers.not-you")));
        write(id, kind, to, words, blocks, link, end);
    }

    /** Something happened that its owner should know of. */
    void note(long id, String kind, To to) {
        var words = to.texts().get("customers." + kind + ".text");
        var button = new Block.Button(to.texts().get("customers." + kind + ".button"), house.of(kind.equals("address-changed") ? "/shop" : "/shop/password"));
        write(id, kind, to, words, List.of(new Block.Words(words), button), null, null);
    }

    private void write(
            long id, String kind, To to, String preview, List<Block> blocks, @Nullable String secret, @Nullable Instant end) {
        var subject = to.texts().get("customers." + kind, brand.kit().value().name());
        var letter = Letter.of(
                kind + ":" + id, kind, new Recipient(to.name(), to.email()), to.texts().language(), subject, preview, blocks);
        mail.write(letter.about(to.person(), null).keeping(secret, end));
    }
}
