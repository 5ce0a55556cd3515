package io.stoa.customers.web;

import io.stoa.access.Admission;
import io.stoa.access.Caller;
import io.stoa.access.Entrance;
import io.stoa.customers.Passkeys;
import io.stoa.shared.PublicAddress;
import io.stoa.page.PageFrame;
import io.stoa.shared.Actor;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What the script {@code passkeys.js} asks for and brings. */
@Controller
class PasskeyPage {

    private static final int DEVICE_MAX = 300;

    private final Passkeys passkeys;
    private final Admission admission;
    private final PublicAddress house;
    private final Sends sends;

    PasskeyPage(Passkeys passkeys, Admission admission, PublicAddress house, Sends sends) {
        this.passkeys = passkeys;
        this.admission = admission;
        this.house = house;
        this.sends = sends;
    }

    @PostMapping("/shop/sign-in/passkey/options")
    @ResponseBody
    Map<String, Object> toUse(HttpServletRequest request) {
        if (sends.tooMany(request)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return passkeys.toUse(site(request));
    }

    @PostMapping("/shop/sign-in/passkey")
    ResponseEntity<Map<String, String>> signIn(
            @RequestBody Map<String, Object> signed,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var who = passkeys.signIn(Json.write(signed), site(request));
        if (who.isEmpty()) {
            return ResponseEntity.unprocessableContent().body(Map.of());
        }
        admission.let(Entrance.SHOP, Actor.customer(who.get()), request, response);
        var wanted = Entrance.SHOP.back(back);
        return ResponseEntity.ok(Map.of("to", wanted.isEmpty() ? Entrance.SHOP.home() : wanted));
    }

    @PostMapping("/shop/account/passkeys/options")
    @ResponseBody
    Map<String, Object> toMake(Caller caller, PageFrame frame, HttpServletRequest request) {
        return passkeys.toMake(owner(caller), site(request), frame.livery().name());
    }

    @PostMapping("/shop/account/passkeys")
    ResponseEntity<Map<String, String>> keep(
            @RequestBody Map<String, Object> made, Caller caller, HttpServletRequest request) {
        var said = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        var device = said.substring(0, Math.min(DEVICE_MAX, said.length()));
        return passkeys.keep(owner(caller), Json.write(made), site(request), device, caller.touchpoint())
                ? ResponseEntity.ok(Map.of("to", "/shop/account/security?said=passkey"))
                : ResponseEntity.unprocessableContent().body(Map.of());
    }

    @PostMapping("/shop/account/passkeys/{id}/removal")
    String remove(@PathVariable long id, Caller caller) {
        boolean gone = passkeys.remove(owner(caller), id, caller.touchpoint());
        return "redirect:/shop/account/security" + (gone ? "?said=unpasskey" : "");
    }

    /** Where the house is for those outside; without that setting, where this request says it is. */
    private Passkeys.Site site(HttpServletRequest request) {
        return house.known()
                .map(home -> new Passkeys.Site(home.getScheme() + "://" + home.getAuthority(), home.getHost()))
                .orElseGet(() -> new Passkeys.Site(
                        request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST), request.getServerName()));
    }

    private static CustomerId owner(Caller caller) {
        return Optional.ofNullable(caller.customer())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
