package io.stoa.staff.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.secrets.Password;
import io.stoa.shared.LocationId;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of the staff. */
@RestController
@RequestMapping("/api/v1/staff")
@AllowedTo(Role.ADMIN)
class StaffResource {

    private final Staff staff;

    StaffResource(Staff staff) {
        this.staff = staff;
    }

    record AccountRequest(
            String name, Set<Role> roles, @Nullable LocationId home, Password password) {}

    @GetMapping
    List<Account> all() {
        return staff.all();
    }

    /** Opens the account or changes the one there is. */
    @PutMapping("/{login}")
    Account save(@PathVariable Login login, @RequestBody AccountRequest wanted) {
        if (wanted.roles().isEmpty() || wanted.name().isBlank()) {
            throw Problems.refuse(Problems.invalid("roles", "Give the account a name and at least one role."));
        }
        var account = new Account(login, wanted.name(), wanted.roles(), wanted.home(), true);
        staff.save(account, wanted.password());
        return account;
    }

    @DeleteMapping("/{login}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable Login login) {
        if (!staff.close(login)) {
            throw Problems.refuse(Problems.notFound("There is no open account of this login."));
        }
    }
}
