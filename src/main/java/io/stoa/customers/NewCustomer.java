package io.stoa.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered. E-mails, phones and cards are refused when they cannot be read; a phone without + is read as of
 * the country of the first address.
 *
 * @param externalId what another system calls this person; registering it again in an import changes nothing
 * @param language BCP 47, such as {@code en} or {@code pt-BR}
 */
public record NewCustomer(
        @Nullable String externalId,
        String name,
        List<String> emails,
        List<String> phones,
        List<String> cards,
        List<PostalAddress> addresses,
        String language) {

    public static final int NAME_MAX = 200;
    private static final int EACH_MAX = 20;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    public NewCustomer {
        name = name.strip();
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        cards = List.copyOf(cards);
        addresses = List.copyOf(addresses);
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A name has 1 to 200 characters");
        }
        if (externalId != null && (externalId.isBlank() || externalId.length() > NAME_MAX)) {
            throw new IllegalArgumentException("An external id has 1 to 200 characters");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("A language is a BCP 47 tag such as en or pt-BR");
        }
        if (Math.max(Math.max(emails.size(), phones.size()), Math.max(cards.size(), addresses.size())) > EACH_MAX) {
            throw new IllegalArgumentException("A person has at most 20 e-mails, phones, cards and addresses each");
        }
        refuseUnreadable(emails, phones, cards, addresses);
    }

    /** Somebody with a name and one e-mail address, who reads English. */
    public static NewCustomer of(String name, String email) {
        return new NewCustomer(null, name, List.of(email), List.of(), List.of(), List.of(), "en");
    }

    /** All e-mails, then phones, then cards, in normal form. */
    List<Identifier> identifiers() {
        return identifiers(emails, phones, cards, country(addresses));
    }

    private static void refuseUnreadable(
            List<String> emails, List<String> phones, List<String> cards, List<PostalAddress> addresses) {
        identifiers(emails, phones, cards, country(addresses)).forEach(Objects::requireNonNull);
    }

    private static @Nullable String country(List<PostalAddress> addresses) {
        return addresses.isEmpty() ? null : addresses.getFirst().country();
    }

    private static List<Identifier> identifiers(
            List<String> emails, List<String> phones, List<String> cards, @Nullable String country) {
        var all = new ArrayList<Identifier>();
        emails.forEach(email -> all.add(Identifier.email(email)));
        phones.forEach(phone -> all.add(Identifier.phone(phone, country)));
        cards.forEach(card -> all.add(Identifier.card(card)));
        return List.copyOf(all);
    }
}
