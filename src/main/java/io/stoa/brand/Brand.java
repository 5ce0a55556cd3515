package io.stoa.brand;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.page.Livery;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.Image;
import io.stoa.shared.Remembered;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the house is called and wears. Reading asks nobody: the kit of now is kept in memory, and renewed as soon as the log
 * tells of a change here or in another process. Every kit that ever was is kept, so that any can be put on again.
 */
@Component
public class Brand implements Livery.Source {

    private static final Logger LOG = LoggerFactory.getLogger(Brand.class);

    private final BrandTable table;
    private final EventLog log;
    private final Clock clock;
    private final Remembered<Worn> worn;
    private volatile Livery last = Livery.OWN;

    /** A kit, its version, and what pages need of it. */
    private record Worn(Versioned<BrandKit> kit, Livery livery) {
        static Worn of(Versioned<BrandKit> kit) {
            return new Worn(kit, liveryOf(kit));
        }
    }

    Brand(BrandTable table, EventLog log, Tail tail, Clock clock) {
        this.table = table;
        this.log = log;
        this.clock = clock;
        this.worn = new Remembered<>(() -> Worn.of(newest()));
        var _ = tail.follow(this::changed);
    }

    /** The kit of now and its version; {@link BrandKit#OWN} in version 0 before anybody changed it. */
    public Versioned<BrandKit> kit() {
        return worn.get().kit();
    }

    /** As it is committed now, whoever changed it. One query. */
    public Versioned<BrandKit> current() {
        return newest();
    }

    /** While the database is away, that of before. */
    @Override
    public Livery now() {
        try {
            last = worn.get().livery();
        } catch (DataAccessException away) {
            LOG.debug("The brand cannot be read; that of before stays", away);
        }
        return last;
    }

    /**
     * Puts it on at every door. The same as before changes nothing.
     *
     * @throws IllegalArgumentException when its logo was not kept before
     */
    @Transactional
    public Saved save(BrandKit kit, Expected expected, Touchpoint touchpoint) {
        table.lock();
        var before = newest();
        if (!expected.holds(before.version())) {
            return new Saved.Stale();
        }
        if (kit.equals(before.value())) {
            return new Saved.Done(before.version(), false);
        }
        if (kit.logo() != null && table.logo(kit.logo()).isEmpty()) {
            throw new IllegalArgumentException("There is no such logo");
        }
        long version = before.version() + 1;
        table.add(version, kit, touchpoint.actor().toString(), clock.instant());
        log.append(NewEvent.of(BrandChanged.TYPE, Livery.TOPIC, version, touchpoint, new BrandChanged(version)));
        AfterCommit.run(worn::forget);
        return new Saved.Done(version, false);
    }

    /** Keeps a picture for kits to name; answers its name. The same picture has the same name. */
    @Transactional
    public String keep(Logo logo) {
        table.keep(logo.image());
        return logo.image().hash();
    }

    public Optional<Image> logo(String hash) {
        return table.logo(hash);
    }

    /** Newest first, the one of now among them. */
    public List<PastKit> past(int limit) {
        return table.newestFirst(limit);
    }

    /** As it was saved; version 0 is what Stoa comes with. */
    public Optional<BrandKit> version(long version) {
        return version == 0 ? Optional.of(BrandKit.OWN) : table.version(version).map(PastKit::kit);
    }

    /** The values of the stylesheet's tokens for everything that the selector names. */
    public static String styles(BrandKit kit, String selector) {
        return Stylesheet.of(kit, selector);
    }

    /** An SVG for the tab of a browser and the screen of a phone. */
    public static String icon(BrandKit kit) {
        return Icon.of(kit);
    }

    /** The same as PNG of that many points each way; {@code full} reaches every edge, for phones that cut their own shape. */
    public static byte[] icon(BrandKit kit, int side, boolean full) {
        return AppIcon.of(kit, side, full ? AppIcon.Ground.FULL : AppIcon.Ground.SHAPED);
    }

    /** Its colours for where no stylesheet of ours goes, such as mail. */
    public static Inks inks(BrandKit kit) {
        var palette = Palette.of(kit.colour());
        return new Inks(
                palette.day().accent().hex(),
                palette.day().on().hex(),
                palette.night().accent().hex(),
                palette.night().on().hex());
    }

    /** Whether text in this colour can be read by day, or has to be darker. */
    public static boolean isReadable(Colour colour) {
        return Palette.keeps(colour);
    }

    /** Of a file's content, for its address: another Stoa may make another file of the same kit. */
    public static String mark(String content) {
        return Integer.toHexString(content.hashCode());
    }

    /** What of the kit stands in the manifest. */
    public static String manifest(BrandKit kit) {
        return kit.name() + " " + kit.colour() + " " + kit.corners() + " " + kit.strapline();
    }

    private Versioned<BrandKit> newest() {
        return table.newest()
                .map(newest -> new Versioned<>(newest.kit(), newest.version()))
                .orElseGet(() -> new Versioned<>(BrandKit.OWN, 0));
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(BrandChanged.TYPE))) {
            worn.forget();
        }
    }

    private static Livery liveryOf(Versioned<BrandKit> worn) {
        var kit = worn.value();
        boolean own = kit.equals(BrandKit.OWN);
        return new Livery(
                kit.name(),
                own ? null : file(worn.version(), "brand.css", styles(kit, ":root")),
                own ? null : file(worn.version(), "icon.svg", icon(kit)),
                file(worn.version(), "full-180.png", icon(kit)),
                file(worn.version(), "manifest.webmanifest", manifest(kit)),
                kit.logo() == null ? null : "/brand/logo/" + kit.logo(),
                kit.strapline(),
                kit.thanks());
    }

    private static String file(long version, String name, String content) {
        return "/brand/" + version + "/" + name + "?" + mark(content);
    }
}
