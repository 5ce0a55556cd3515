package io.stoa.pricing.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Tax;
import io.stoa.pricing.TaxRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What each tax category pays in each location group. */
@RestController
@RequestMapping("/api/v1/taxes")
@Tag(name = "Prices")
class TaxResource {

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}";

    private final Pricing pricing;

    TaxResource(Pricing pricing) {
        this.pricing = pricing;
    }

    /** In basis points: 2000 is 20 %. */
    record TaxBody(int basisPoints) {
        TaxBody {
            var ignored = new TaxRate(basisPoints);
        }
    }

    @Operation(
            summary = "All taxes, by location group and category",
            description = "The category standard is for all that have none of their own in a group.")
    @GetMapping
    @Nullable
    ResponseEntity<List<Tax>> all(WebRequest request) {
        var all = pricing.taxes();
        return Etag.of(all).answer(request, () -> all);
    }

    @Operation(summary = "One tax", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/{group}/{category}")
    @Nullable
    ResponseEntity<Tax> find(@PathVariable String group, @PathVariable String category, WebRequest request) {
        var found = pricing.tax(group, category)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such tax.")));
        return Etag.version(found.version()).answer(request, found::value);
    }

    @Operation(
            summary = "Sets what a category pays in a group",
            description = "Orders placed from then on pay it. Send the ETag as If-Match to replace it.")
    @PutMapping("/{group}/{category}")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ResponseEntity<?> put(
            @PathVariable String group,
            @PathVariable String category,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody TaxBody body,
            Caller caller) {
        refuseUnfit("group", group);
        refuseUnfit("category", category);
        var said = Precondition.of(ifMatch, ifNoneMatch);
        var tax = new Tax(group, category, body.basisPoints());
        return said.answer(pricing.setTax(tax, said.expected(), caller.touchpoint()), () -> tax);
    }

    private static void refuseUnfit(String field, String name) {
        if (!name.matches(NAME)) {
            throw Problems.refuse(Problems.invalid(field, "Send 1 to 40 letters, digits, blanks, dots and dashes here."));
        }
    }
}
