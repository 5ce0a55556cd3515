package io.stoa.access;

import io.stoa.http.Problems;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.WebUtils;

/** Finds out who calls: from the token or the session, the door's path, and what a machine says in its headers. */
final class Callers {

    static final String CHANNEL_HEADER = "Stoa-Channel";
    static final String LOCATION_HEADER = "Stoa-Location";
    static final String DEVICE_HEADER = "Stoa-Device";

    private Callers() {}

    static Caller of(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case TokenCheck.Client client -> machine(client, request);
            case Member member -> person(member, request);
            case null, default -> Caller.guest(Channel.WEB);
        };
    }

    private static Caller machine(TokenCheck.Client client, HttpServletRequest request) {
        var channel = saidChannel(request);
        if (channel != null && !client.channels().contains(channel)) {
            throw Problems.refuse(Problems.forbidden("This token may not act through " + channel + ". Use "
                    + client.channels() + " in " + CHANNEL_HEADER + "."));
        }
        return new Caller(
                new Actor(Actor.Kind.PARTNER, client.name()),
                client.roles(),
                null,
                channel == null ? client.channels().getFirst() : channel,
                place(client, request),
                saidDevice(request));
    }

    private static @Nullable LocationId place(TokenCheck.Client client, HttpServletRequest request) {
        var said = saidLocation(request);
        if (said != null && client.location() != null && !client.location().equals(said)) {
            throw Problems.refuse(Problems.forbidden("This token may only act at " + client.location() + "."));
        }
        return said == null ? client.location() : said;
    }

    private static Caller person(Member member, HttpServletRequest request) {
        var said = saidChannel(request);
        var channel = said != null && may(member, said) ? said : doorOf(member, request.getRequestURI());
        var place = placeOf(member, request);
        return new Caller(member.actor(), member.roles(), member.customer(), channel, place, deviceOf(place, request));
    }

    private static boolean may(Member member, Channel channel) {
        return member.customer() == null || List.of(Channel.WEB, Channel.APP).contains(channel);
    }

    private static Channel doorOf(Member member, String path) {
        if (member.customer() != null) {
            return Channel.WEB;
        }
        if (path.startsWith("/till")) {
            return Channel.TILL;
        }
        return path.startsWith("/desk") ? Channel.PHONE : Channel.OFFICE;
    }

    private static @Nullable LocationId placeOf(Member member, HttpServletRequest request) {
        var session = request.getSession(false);
        if (member.customer() != null || session == null) {
            return member.home();
        }
        return session.getAttribute(Caller.LOCATION_ATTRIBUTE) instanceof LocationId chosen ? chosen : member.home();
    }

    /** The till that this browser was said to be, if it stands in the store where its associate works now. */
    private static @Nullable String deviceOf(@Nullable LocationId place, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, Caller.DEVICE_COOKIE);
        if (cookie == null || place == null) {
            return null;
        }
        try {
            var said = URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
            var store = place + "/";
            var name = said.startsWith(store) ? said.substring(store.length()) : "";
            return Caller.isDevice(name) ? name : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable String saidDevice(HttpServletRequest request) {
        var said = request.getHeader(DEVICE_HEADER);
        if (said != null && !Caller.isDevice(said)) {
            throw Problems.refuse(Problems.invalid(DEVICE_HEADER, "A till has a name of 1 to 40 letters and digits."));
        }
        return said;
    }

    private static @Nullable Channel saidChannel(HttpServletRequest request) {
        var said = request.getHeader(CHANNEL_HEADER);
        if (said == null) {
            return null;
        }
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Problems.refuse(
                        Problems.invalid(CHANNEL_HEADER, "Choose one of " + Arrays.toString(Channel.values()) + ".")));
    }

    private static @Nullable LocationId saidLocation(HttpServletRequest request) {
        var said = request.getHeader(LOCATION_HEADER);
        try {
            return said == null ? null : new LocationId(said);
        } catch (IllegalArgumentException refused) {
            throw Problems.refuse(Problems.invalid(LOCATION_HEADER, refused.getMessage() + "."));
        }
    }
}
