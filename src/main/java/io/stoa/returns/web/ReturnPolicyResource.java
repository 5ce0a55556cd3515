package io.stoa.returns.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.returns.policy.ReturnPolicies;
import io.stoa.returns.policy.ReturnPolicy;
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

/** The return policy as programs read and change it. */
@RestController
@RequestMapping("/api/v1/return-policy")
@AllowedTo({Role.MANAGER, Role.ADMIN})
@Tag(name = "Returns")
class ReturnPolicyResource {

    private final ReturnPolicies policies;

    ReturnPolicyResource(ReturnPolicies policies) {
        this.policies = policies;
    }

    @Operation(
            summary = "The return policy",
            description = "For how many days goods may come back, by shelf and where they are faulty. The ETag is its version: send it as If-Match with a change.")
    @GetMapping
    @AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN})
    ResponseEntity<ReturnPolicy> get() {
        var policy = policies.policy();
        return ResponseEntity.ok().eTag(Etag.version(policy.version()).value()).body(policy.value());
    }

    @Operation(
            summary = "Changes the return policy",
            description = "It holds for every return that is opened from then on. Send the ETag of the one before as If-Match.")
    @PutMapping
    ResponseEntity<?> put(
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReturnPolicy body,
            Caller caller) {
        var said = Precondition.of(ifMatch, null);
        return said.answer(policies.save(body, said.expected(), caller.touchpoint()), () -> body);
    }
}
