package io.stoa.office.people;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.access.SignIns;
import io.stoa.http.Problems;
import io.stoa.locations.Locations;
import io.stoa.office.Csv;
import io.stoa.page.PageFrame;
import io.stoa.shared.Actor;
import io.stoa.shared.Page;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import io.stoa.staff.StaffChange;
import io.stoa.staff.StaffQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who works here: the list, one of them, and what an administrator changes about them. */
@Controller
@AllowedTo({Role.MANAGER, Role.ADMIN})
class PeoplePage {

    static final String HERE = "/office/people";

    private final Staff staff;
    private final Locations locations;
    private final SignIns signIns;
    private final PeopleView view;

    PeoplePage(Staff staff, Locations locations, SignIns signIns, PeopleView view) {
        this.staff = staff;
        this.locations = locations;
        this.signIns = signIns;
        this.view = view;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "") String after,
            PageFrame frame) {
        return view.list(new StaffQuery(text.strip(), role, open, after, PeopleView.ROWS), PersonForm.EMPTY, frame);
    }

    @GetMapping(HERE + ".csv")
    void export(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean open,
            HttpServletResponse response)
            throws IOException {
        try (var out = Csv.file(response, "people.csv", "login", "name", "roles", "location", "open")) {
            for (String after = ""; after != null; ) {
                var page = staff.list(new StaffQuery(text.strip(), role, open, after, Page.SIZE_MAX));
                page.items().forEach(one -> out.write(line(one)));
                after = page.next();
            }
        }
    }

    /** Without a password: the answer shows, once, the link by which the new one chooses it. */
    @PostMapping(HERE)
    @AllowedTo(Role.ADMIN)
    ModelAndView open(
            @RequestParam MultiValueMap<String, String> typed,
            Caller caller,
            PageFrame frame,
            RedirectAttributes flash) {
        var form = PersonForm.typed(typed);
        var wanted = form.read(true, place -> locations.find(place).isPresent(), frame.texts());
        if (wanted.isPresent()) {
            if (staff.open(wanted.get(), caller.touchpoint()) instanceof StaffChange.Done(Account account)) {
                return linked(account.login(), caller, flash);
            }
            form.taken(frame.texts());
        }
        return unfit(view.list(new StaffQuery("", null, null, "", PeopleView.ROWS), form, frame));
    }

    @GetMapping(HERE + "/{login}")
    ModelAndView show(@PathVariable Login login, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var account = find(login);
        return view.one(account, PersonForm.of(account), said, frame);
    }

    @PostMapping(HERE + "/{login}")
    @AllowedTo(Role.ADMIN)
    ModelAndView change(
            @PathVariable Login login, @RequestParam MultiValueMap<String, String> typed, Caller caller, PageFrame frame) {
        var account = find(login);
        typed.set("login", login.value());
        var form = PersonForm.typed(typed);
        var wanted = form.read(account.open(), place -> locations.find(place).isPresent(), frame.texts());
        if (wanted.isEmpty()) {
            return unfit(view.one(account, form, "", frame));
        }
        var changed = staff.change(login, before -> wanted.get().withOpen(before.open()), caller.touchpoint());
        if (changed instanceof StaffChange.LastAdministrator) {
            form.last(frame.texts());
            return unfit(view.one(account, form, "", frame));
        }
        return said(login, "changed");
    }

    @PostMapping(HERE + "/{login}/link")
    @AllowedTo(Role.ADMIN)
    ModelAndView link(@PathVariable Login login, Caller caller, RedirectAttributes flash) {
        return linked(login, caller, flash);
    }

    @PostMapping(HERE + "/{login}/close")
    @AllowedTo(Role.ADMIN)
    ModelAndView close(@PathVariable Login login, Caller caller) {
        return switch (staff.close(login, caller.touchpoint())) {
            case StaffChange.Done _ -> said(login, "closed");
            case StaffChange.LastAdministrator _ -> said(login, "last");
            case StaffChange.NoSuchAccount _, StaffChange.LoginTaken _ -> throw missing();
        };
    }

    @PostMapping(HERE + "/{login}/reopen")
    @AllowedTo(Role.ADMIN)
    ModelAndView reopen(@PathVariable Login login, Caller caller) {
        staff.change(login, account -> account.withOpen(true), caller.touchpoint());
        return said(login, "reopened");
    }

    @PostMapping(HERE + "/{login}/sign-out")
    @AllowedTo(Role.ADMIN)
    ModelAndView signOut(@PathVariable Login login, @RequestParam(required = false) @Nullable Long place, Caller caller) {
        var who = Actor.staff(login.value());
        if (place == null) {
            signIns.endAll(who, null, caller.touchpoint());
        } else {
            signIns.end(who, place, caller.touchpoint());
        }
        return said(login, "out");
    }

    private ModelAndView linked(Login login, Caller caller, RedirectAttributes flash) {
        var secret = staff.passwordLink(login, caller.touchpoint()).orElseThrow(PeoplePage::missing);
        var link = ServletUriComponentsBuilder.fromCurrentContextPath().path("/sign-in/link/{secret}").build(secret);
        flash.addFlashAttribute("link", link.toString());
        return said(login, "link");
    }

    private Account find(Login login) {
        return staff.find(login).orElseThrow(PeoplePage::missing);
    }

    private static String line(Account account) {
        return Csv.line(
                account.login(),
                account.name(),
                account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")),
                account.home() == null ? "" : account.home(),
                account.open());
    }

    private static ModelAndView said(Login login, String what) {
        return new ModelAndView("redirect:" + HERE + "/" + login + "?said=" + what);
    }

    private static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is nobody of this login."));
    }
}
