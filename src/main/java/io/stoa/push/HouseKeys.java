package io.stoa.push;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.PublicAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key by which push services know this house (VAPID, RFC 8292). It is made once and kept in the database, sealed with the
 * key of the house: all its processes have the same, and a copy of the database is worth nothing. With another one nobody
 * could be told anything until they ask again.
 */
@Component
class HouseKeys {

    private final PushTable table;
    private final HomeKey key;
    private final PublicAddress house;
    private volatile @Nullable WebPush known;

    HouseKeys(PushTable table, HomeKey key, PublicAddress house) {
        this.table = table;
        this.key = key;
        this.house = house;
    }

    String publicKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(letters().getVapidKeys().getApplicationServerKey());
    }

    /** Seals and signs messages. Of two processes that begin at once, both take what the first one kept. */
    WebPush letters() {
        var letters = known;
        if (letters == null) {
            letters = new WebPush(subject(), opened(table.key().orElseGet(this::made)));
            known = letters;
        }
        return letters;
    }

    private String made() {
        var fresh = VapidKeys.generate();
        table.keepKey(key.seal(fresh.getX509PublicKey() + " " + fresh.getPkcs8PrivateKey()));
        return table.key().orElseThrow();
    }

    private VapidKeys opened(String sealed) {
        var halves = List.of(key.open(sealed).split(" "));
        return VapidKeys.create(halves.getFirst(), halves.getLast());
    }

    /** Whom a push service may ask about us. */
    private String subject() {
        return house.known().filter(at -> "https".equals(at.getScheme())).map(URI::toString).orElse("https://stoa.invalid");
    }
}
