package io.stoa.staff.web;

import io.stoa.access.Admission;
import io.stoa.access.Caller;
import io.stoa.access.Entrance;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import io.stoa.staff.Account;
import io.stoa.staff.Staff;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody of the staff chooses a password, by a link that an administrator made and handed over. */
@Controller
class StaffPasswordPage {

    private final Staff staff;
    private final Admission admission;

    StaffPasswordPage(Staff staff, Admission admission) {
        this.staff = staff;
        this.admission = admission;
    }

    @GetMapping("/sign-in/link/{link}")
    ModelAndView show(@PathVariable String link) {
        return page(link, staff.ofLink(link), false);
    }

    @PostMapping("/sign-in/link/{link}")
    @Nullable
    ModelAndView choose(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var holder = staff.ofLink(link);
        Password chosen;
        try {
            chosen = new Password(password);
        } catch (IllegalArgumentException refused) {
            return page(link, holder, true);
        }
        // Asked before anything is hashed, so that guessing links costs us nothing.
        var who = holder.flatMap(_ -> staff.choosePassword(link, chosen, caller.touchpoint()));
        if (who.isEmpty()) {
            return page(link, who, false);
        }
        admission.admit(Entrance.STAFF, Actor.staff(who.get().login().value()), request, response);
        return null;
    }

    private static ModelAndView page(String link, Optional<Account> holder, boolean wrong) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("link", link);
        model.put("login", holder.map(account -> account.login().value()).orElse(null));
        model.put("name", holder.map(Account::name).orElse(""));
        model.put("wrong", wrong);
        var page = new ModelAndView("access/staffPassword", model);
        if (wrong) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
