package io.stoa.staff.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.staff.IssuedToken;
import io.stoa.staff.NewToken;
import io.stoa.staff.Token;
import io.stoa.staff.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of machines. */
@RestController
@Tag(name = "Tokens")
@RequestMapping("/api/v1/tokens")
@AllowedTo(Role.ADMIN)
class TokensResource {

    private final Tokens tokens;

    TokensResource(Tokens tokens) {
        this.tokens = tokens;
    }

    @Operation(summary = "All tokens, without their secrets")
    @GetMapping
    List<Token> all() {
        return tokens.all();
    }

    /** The answer holds the secret, which is shown this once. */
    @Operation(
            summary = "Issues a token",
            description = "The answer holds the secret, which is shown this once. It acts through the first of its channels unless Stoa-Channel names another.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken issue(@RequestBody NewToken wanted) {
        return tokens.issue(wanted);
    }

    @Operation(
            summary = "Revokes a token",
            description = "Requests that bring it are refused from now on.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        if (!tokens.revoke(id)) {
            throw Problems.refuse(Problems.notFound("There is no good token of this number."));
        }
    }
}
