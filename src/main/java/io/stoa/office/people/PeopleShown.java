package io.stoa.office.people;

import java.util.List;
import java.util.Set;
import io.stoa.access.Role;
import io.stoa.locations.Location;
import org.jspecify.annotations.Nullable;

/** The staff as the back office lists them: filters as links, rows in words, and where the other pages begin. */
public record PeopleShown(
        String text,
        List<Chip> roles,
        List<Chip> states,
        List<Row> rows,
        String csv,
        List<Location> places,
        @Nullable String first,
        @Nullable String next) {

    /** A filter. */
    public record Chip(String text, String href, boolean on) {}

    /** One of the staff. */
    public record Row(String login, String name, Set<Role> roles, String home, boolean open) {
        public String href() {
            return "/office/people/" + login;
        }
    }

    /** A browser where somebody is signed in. */
    public record Place(long id, String device, String since, String seen) {}
}
