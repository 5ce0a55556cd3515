package io.stoa.staff.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.secrets.Password;
import io.stoa.shared.LocationId;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import io.stoa.staff.StaffChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
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
@Tag(name = "Staff")
@RequestMapping("/api/v1/staff")
@AllowedTo(Role.ADMIN)
class StaffResource {

    private final Staff staff;

    StaffResource(Staff staff) {
        this.staff = staff;
    }

    record AccountRequest(
            String name, Set<Role> roles, @Nullable LocationId home, Password password) {}

    @Operation(summary = "All accounts of the staff")
    @GetMapping
    List<Account> all() {
        return staff.all();
    }

    /** Opens the account or changes the one there is. */
    @Operation(
            summary = "Opens an account or changes the one there is",
            description = "A change needs the password too: it is set to the one that is sent.")
    @PutMapping("/{login}")
    Account save(@PathVariable Login login, @RequestBody AccountRequest wanted, Caller caller) {
        if (wanted.roles().isEmpty() || wanted.name().isBlank()) {
            throw Problems.refuse(Problems.invalid("roles", "Give the account a name and at least one role."));
        }
        var account = new Account(login, wanted.name(), wanted.roles(), wanted.home(), true);
        refuse(staff.save(account, wanted.password(), caller.touchpoint()));
        return account;
    }

    @Operation(
            summary = "Closes an account",
            description = "Whoever is signed in with it is out at once.")
    @DeleteMapping("/{login}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable Login login, Caller caller) {
        refuse(staff.close(login, caller.touchpoint()));
    }

    private static void refuse(StaffChange change) {
        switch (change) {
            case StaffChange.Done _, StaffChange.LoginTaken _ -> {}
            case StaffChange.NoSuchAccount _ ->
                throw Problems.refuse(Problems.notFound("There is no account of this login."));
            case StaffChange.LastAdministrator _ ->
                throw Problems.refuse(Problems.conflict(
                        "last-administrator",
                        "Nobody would be left who gives the others their roles. Make somebody else an administrator first.",
                        Map.of()));
        }
    }
}
