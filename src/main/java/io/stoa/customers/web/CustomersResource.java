package io.stoa.customers.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.customers.Identifier;
import io.stoa.customers.IdentifierTaken;
import io.stoa.customers.NewCustomer;
import io.stoa.customers.PostalAddress;
import io.stoa.http.Etag;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Customers for those who serve them. */
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers")
@AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN})
class CustomersResource {

    private static final int TEXT_MAX = 200;

    private final Customers customers;

    CustomersResource(Customers customers) {
        this.customers = customers;
    }

    /** What somebody shows: an e-mail address, a telephone number with + and country code, or a card. */
    record NewIdentifier(Identifier.Kind kind, String value) {
        NewIdentifier {
            var _ = switch (kind) {
                case EMAIL -> Identifier.email(value);
                case PHONE -> Identifier.phone(value, null);
                case CARD -> Identifier.card(value);
            };
        }
    }

    record Addresses(List<PostalAddress> addresses) {}

    /** By the beginning of names, a whole e-mail address, a card, or the last digits of a telephone number. */
    @Operation(
            summary = "Customers by what somebody shows",
            description = "By the beginning of names, a whole e-mail address, a card, or the last digits of a telephone number.")
    @GetMapping
    Page<Customer> search(
            @RequestParam String q,
            @RequestParam(defaultValue = "50") PageSize size,
            @RequestParam(required = false) @Nullable CustomerId after) {
        if (q.length() > TEXT_MAX) {
            throw Problems.refuse(Problems.invalid("q", "Search with at most 200 characters."));
        }
        return customers.search(q, size.value(), after == null ? null : after.toString());
    }

    @Operation(summary = "One customer")
    @GetMapping("/{id}")
    @Nullable ResponseEntity<Customer> one(@PathVariable CustomerId id, WebRequest request) {
        var customer = existing(id);
        return Etag.weak(customer.version()).answer(request, () -> customer);
    }

    @Operation(
            summary = "Registers a customer",
            description = "An e-mail address, a telephone number or a card belongs to one customer only.")
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = Customer.class)))
    @PostMapping
    ResponseEntity<Customer> register(@RequestBody NewCustomer customer, Caller caller) {
        var id = customers.register(customer, caller.touchpoint());
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id)).body(existing(id));
    }

    @Operation(summary = "Adds an e-mail address, a telephone number or a card")
    @PostMapping("/{id}/identifiers")
    Customer add(@PathVariable CustomerId id, @RequestBody NewIdentifier shown, Caller caller) {
        var known = existing(id).id();
        switch (shown.kind()) {
            case EMAIL -> customers.addEmail(known, shown.value(), caller.touchpoint());
            case PHONE -> customers.addPhone(known, shown.value(), caller.touchpoint());
            case CARD -> customers.addCard(known, shown.value(), caller.touchpoint());
        }
        return existing(id);
    }

    @Operation(summary = "Replaces all addresses of a customer")
    @PutMapping("/{id}/addresses")
    Customer addresses(@PathVariable CustomerId id, @RequestBody Addresses all, Caller caller) {
        customers.setAddresses(existing(id).id(), all.addresses(), caller.touchpoint());
        return existing(id);
    }

    @ExceptionHandler
    ProblemDetail taken(IdentifierTaken taken) {
        return Problems.conflict("identifier-taken", taken.getMessage() + ".", Map.of("kind", taken.kind()));
    }

    private Customer existing(CustomerId id) {
        return customers.find(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no customer with the number " + id + ".")));
    }
}
