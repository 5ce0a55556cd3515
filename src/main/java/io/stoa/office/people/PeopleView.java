package io.stoa.office.people;

import io.stoa.access.Device;
import io.stoa.access.Role;
import io.stoa.access.SignIns;
import io.stoa.locations.Locations;
import io.stoa.office.people.PeopleShown.Chip;
import io.stoa.page.PageFrame;
import io.stoa.shared.Actor;
import io.stoa.shared.LocationId;
import io.stoa.staff.Account;
import io.stoa.staff.Staff;
import io.stoa.staff.StaffQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages about the staff, as they are shown. */
@Component
class PeopleView {

    static final int ROWS = 50;
    private static final List<String> SAID = List.of("changed", "closed", "reopened", "last", "out", "link");

    private final Staff staff;
    private final Locations locations;
    private final SignIns signIns;

    PeopleView(Staff staff, Locations locations, SignIns signIns) {
        this.staff = staff;
        this.locations = locations;
        this.signIns = signIns;
    }

    ModelAndView list(StaffQuery query, PersonForm form, PageFrame frame) {
        var page = staff.list(query);
        var here = address("", query.text(), query.role(), query.open());
        var shown = new PeopleShown(
                query.text(),
                roles(query, frame),
                states(query, frame),
                page.items().stream().map(this::row).toList(),
                address(".csv", query.text(), query.role(), query.open()),
                locations.all(),
                query.after().isEmpty() ? null : here,
                page.next() == null ? null : here + "&after=" + page.next());
        return new ModelAndView("office/people/list", Map.of("shown", shown, "form", form));
    }

    ModelAndView one(Account account, PersonForm form, String said, PageFrame frame) {
        var places = signIns.of(Actor.staff(account.login().value())).stream()
                .map(one -> new PeopleShown.Place(
                        one.id(), device(one.device(), frame), moment(one.openedAt(), frame), moment(one.seenAt(), frame)))
                .toList();
        return new ModelAndView(
                "office/people/one",
                Map.of(
                        "person", row(account),
                        "form", form,
                        "places", places,
                        "locations", locations.all(),
                        "said", SAID.contains(said) ? said : ""));
    }

    private static String device(String said, PageFrame frame) {
        var device = Device.of(said);
        var names = Stream.of(device.browser(), device.system()).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
        return names.isEmpty() ? frame.t("people.device.unknown") : names;
    }

    private static String moment(java.time.Instant at, PageFrame frame) {
        return frame.moment(at, ZoneId.systemDefault());
    }

    private PeopleShown.Row row(Account account) {
        return new PeopleShown.Row(
                account.login().value(), account.name(), account.roles(), place(account.home()), account.open());
    }

    private String place(@Nullable LocationId home) {
        var location = home == null ? null : locations.byId().get(home);
        return location == null ? "" : location.name();
    }

    private static List<Chip> roles(StaffQuery query, PageFrame frame) {
        return Stream.concat(Stream.of((Role) null), Arrays.stream(Role.values()))
                .map(role -> new Chip(
                        frame.t(role == null ? "people.role.all" : "people.role." + role),
                        address("", query.text(), role, query.open()),
                        role == query.role()))
                .toList();
    }

    private static List<Chip> states(StaffQuery query, PageFrame frame) {
        return Stream.of("all", "open", "closed")
                .map(state -> {
                    var open = state.equals("all") ? null : Boolean.valueOf(state.equals("open"));
                    var on = open == null ? query.open() == null : open.equals(query.open());
                    return new Chip(frame.t("people.state." + state), address("", query.text(), query.role(), open), on);
                })
                .toList();
    }

    private static String address(String file, String text, @Nullable Role role, @Nullable Boolean open) {
        return PeoplePage.HERE + file + "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + (role == null ? "" : "&role=" + role) + (open == null ? "" : "&open=" + open);
    }
}
