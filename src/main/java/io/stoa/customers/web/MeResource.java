package io.stoa.customers.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Entrance;
import io.stoa.access.SignIns;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.http.Problems;
import io.stoa.secrets.Password;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A customer who signed in, to themselves. */
@RestController
@Tag(name = "My account")
@RequestMapping("/api/v1/me")
@AllowedTo(customers = true)
class MeResource {

    private final Customers customers;
    private final SignIns signIns;

    MeResource(Customers customers, SignIns signIns) {
        this.customers = customers;
        this.signIns = signIns;
    }

    record NewPassword(Password password) {}

    @Operation(summary = "Who is signed in")
    @GetMapping
    Customer me(Caller caller) {
        var id = caller.customer();
        return (id == null ? Optional.<Customer>empty() : customers.find(id))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("This account is gone. Sign in again.")));
    }

    @Operation(
            summary = "Changes the password of who is signed in",
            description = "Signs out everywhere else, and tells the owner by mail.")
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody NewPassword wanted, Caller caller, HttpServletRequest request) {
        var here = signIns.here(Entrance.SHOP, request);
        customers.setPassword(me(caller).id(), wanted.password(), here, caller.touchpoint());
    }
}
