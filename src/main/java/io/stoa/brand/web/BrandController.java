package io.stoa.brand.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.brand.Brand;
import io.stoa.brand.BrandKit;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.shared.Saved;
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

/** The brand kit as programs read and change it. */
@RestController
@RequestMapping("/api/v1/brand")
@Tag(name = "Brand")
class BrandController {

    private final Brand brand;

    BrandController(Brand brand) {
        this.brand = brand;
    }

    @Operation(summary = "The brand kit", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping
    @AllowedTo(everyone = true)
    ResponseEntity<BrandKit> get() {
        var kit = brand.kit();
        return ResponseEntity.ok().eTag(Etag.version(kit.version()).value()).body(kit.value());
    }

    @Operation(
            summary = "Changes the brand at every door",
            description = "Send the ETag as If-Match. A logo is named by the hash of a picture that was brought to /office/brand.")
    @PutMapping
    @AllowedTo({Role.MARKETER, Role.MANAGER, Role.ADMIN})
    ResponseEntity<?> put(
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BrandKit body,
            Caller caller) {
        var said = Precondition.of(ifMatch, null);
        return said.answer(save(body, said, caller), () -> body);
    }

    private Saved save(BrandKit kit, Precondition said, Caller caller) {
        try {
            return brand.save(kit, said.expected(), caller.touchpoint());
        } catch (IllegalArgumentException noLogo) {
            throw Problems.refuse(Problems.invalid("logo", noLogo.getMessage() + "."));
        }
    }
}
