package io.stoa.coupons.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.http.Etag;
import io.stoa.http.PageSize;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.pricing.Cut;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Coupons, for those who make them and for the doors that ask whether there is one. */
@RestController
@Tag(name = "Coupons")
@RequestMapping("/api/v1/coupons")
@AllowedTo({Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class CouponsResource {

    private final Coupons coupons;

    CouponsResource(Coupons coupons) {
        this.coupons = coupons;
    }

    /** A coupon without its code; the value is in basis points or in the smallest unit of the currency. */
    record CouponBody(
            String name,
            Cut.Kind kind,
            long value,
            @Nullable Currency currency,
            long minimum,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer uses,
            boolean once,
            boolean active) {

        CouponBody {
            var ignored = new Coupon(
                    new CouponCode("CHECKED"), name, kind, value, currency, minimum, from, until, uses, once, active);
        }

        Coupon coupon(CouponCode code) {
            return new Coupon(code, name, kind, value, currency, minimum, from, until, uses, once, active);
        }
    }

    @Operation(summary = "Coupons by code")
    @GetMapping
    Page<Coupon.Standing> list(
            @RequestParam(required = false) @Nullable CouponCode after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return coupons.list(after, size.value());
    }

    @Operation(
            summary = "One coupon, and how often it was used",
            description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/{code}")
    @Nullable
    ResponseEntity<Coupon.Standing> find(@PathVariable CouponCode code, WebRequest request) {
        var found = coupons.find(code).orElseThrow(() -> missing(code));
        return Etag.version(found.version()).answer(request, () -> found);
    }

    @Operation(
            summary = "The orders that use a coupon, the newest first",
            description = "At most " + Coupons.SHOWN + ".")
    @GetMapping("/{code}/uses")
    List<Coupons.Used> uses(@PathVariable CouponCode code) {
        return coupons.uses(
                coupons.find(code).orElseThrow(() -> missing(code)).coupon().code());
    }

    @Operation(
            summary = "Makes or changes a coupon",
            description = "Send the ETag as If-Match to change one. Orders that use it keep what it took off them.")
    @PutMapping("/{code}")
    ResponseEntity<?> put(
            @PathVariable CouponCode code,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody CouponBody body,
            Caller caller) {
        var said = Precondition.of(ifMatch, ifNoneMatch);
        var wanted = body.coupon(code);
        int used = coupons.find(code).map(Coupon.Standing::used).orElse(0);
        if (body.uses() != null && body.uses() < used) {
            throw Problems.refuse(Problems.invalid("uses", "The coupon was used " + used + " times already."));
        }
        return said.answer(coupons.save(wanted, said.expected(), caller.touchpoint()), () -> wanted);
    }

    private static RuntimeException missing(CouponCode code) {
        return Problems.refuse(Problems.notFound("There is no coupon " + code + "."));
    }
}
