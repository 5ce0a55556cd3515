package io.stoa.office.people;

import io.stoa.access.Role;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/** What was typed about a member of the staff, and what is wrong with it, by field. */
public record PersonForm(String login, String name, Set<Role> roles, String home, Map<String, String> errors) {

    static final PersonForm EMPTY = new PersonForm("", "", Set.of(), "", Map.of());

    static PersonForm of(Account account) {
        return new PersonForm(
                account.login().value(),
                account.name(),
                account.roles(),
                account.home() == null ? "" : account.home().value(),
                Map.of());
    }

    static PersonForm typed(MultiValueMap<String, String> typed) {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : typed.getOrDefault("role", List.of())) {
            Arrays.stream(Role.values()).filter(role -> role.name().equals(name)).forEach(roles::add);
        }
        return new PersonForm(
                text(typed, "login").toLowerCase(Locale.ROOT), text(typed, "name"), roles, text(typed, "home"), new LinkedHashMap<>());
    }

    /** The account that is meant, or nothing when something is wrong. */
    Optional<Account> read(boolean open, Predicate<LocationId> isPlace, Texts texts) {
        if (name.isEmpty() || name.length() > 200) {
            wrong("name", texts);
        }
        if (roles.isEmpty()) {
            wrong("role", texts);
        }
        var login = tried(() -> new Login(this.login));
        if (login.isEmpty()) {
            wrong("login", texts);
        }
        var place = home.isEmpty() ? Optional.<LocationId>empty() : tried(() -> new LocationId(home)).filter(isPlace);
        if (!home.isEmpty() && place.isEmpty()) {
            wrong("home", texts);
        }
        return errors.isEmpty()
                ? login.map(known -> new Account(known, name, roles, place.orElse(null), open))
                : Optional.empty();
    }

    void taken(Texts texts) {
        errors.put("login", texts.get("people.wrong.taken"));
    }

    void last(Texts texts) {
        errors.put("role", texts.get("people.wrong.last"));
    }

    private void wrong(String field, Texts texts) {
        errors.put(field, texts.get("people.wrong." + field));
    }

    private static <T> Optional<T> tried(java.util.function.Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        var first = typed.getFirst(field);
        return first == null ? "" : first.strip();
    }
}
