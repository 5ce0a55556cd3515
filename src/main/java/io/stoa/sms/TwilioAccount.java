package io.stoa.sms;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Whose account it is at {@code https://ACCOUNT:TOKEN@api.twilio.com}, and which number or messaging service ({@code MG…}) writes. */
record TwilioAccount(URI house, String sid, String token, String from) {

    private static final String HOW =
            "STOA_SMS_URL cannot be read: write https://ACCOUNT:TOKEN@api.twilio.com, and STOA_SMS_FROM=+441134960000 or MG….";

    /** @throws IllegalArgumentException in words for who set it */
    static TwilioAccount of(String setting, String from) {
        var uri = uri(setting.strip());
        var who = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        boolean safe = "https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme()));
        if (!safe || uri.getHost() == null || who.length < 2 || !from.strip().matches("\\+[1-9][0-9]{5,14}|MG[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException(HOW);
        }
        var house = URI.create(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        return new TwilioAccount(house, decoded(who[0]), decoded(who[1]), from.strip());
    }

    private static URI uri(String setting) {
        try {
            return URI.create(setting);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(HOW, unreadable);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    URI messages(String query) {
        return house.resolve("/2010-04-01/Accounts/" + sid + "/Messages.json" + query);
    }

    boolean isService() {
        return from.startsWith("MG");
    }

    /** Without the token, so that no page and no log shows it. */
    @Override
    public String toString() {
        return house.getHost();
    }
}
