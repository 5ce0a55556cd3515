package io.stoa.routing.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.RoutingPlans;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routing plan as programs read and change it. */
@RestController
@RequestMapping("/api/v1/routing/plan")
@AllowedTo({Role.MANAGER, Role.ADMIN})
@Tag(name = "Routing")
class RoutingController {

    private final RoutingPlans plans;

    RoutingController(RoutingPlans plans) {
        this.plans = plans;
    }

    @Operation(
            summary = "The routing plan",
            description = "Which places serve the orders that are sent. The ETag is its version: send it as If-Match with a change.")
    @GetMapping
    ResponseEntity<RoutingPlan> get() {
        var plan = plans.plan();
        return ResponseEntity.ok().eTag(Etag.version(plan.version()).value()).body(plan.value());
    }

    @Operation(
            summary = "Switches a routing plan on",
            description = "It holds for every order from then on. Send the ETag of the one before as If-Match.")
    @PutMapping
    ResponseEntity<?> put(
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RoutingPlan body,
            Caller caller) {
        var said = Precondition.of(ifMatch, null);
        return said.answer(plans.save(body, said.expected(), caller.touchpoint()), () -> body);
    }
}
