package io.stoa.register.drawer;

import io.stoa.drawer.Drawer;
import io.stoa.drawer.ListedDrawer;
import io.stoa.drawer.paper.Paper;
import io.stoa.page.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open drawer on the screen, and those that were closed at this till before. */
public record DrawerShown(String id, String expected, String since, String topics, Paper paper) {

    /** A Z report to look at again. */
    public record Past(String id, String name, @Nullable String off) {

        static Optional<Past> of(ListedDrawer one, Texts texts) {
            var closing = one.drawer().closing();
            var report = one.report();
            if (closing == null || report == null) {
                return Optional.empty();
            }
            var off = Objects.requireNonNull(report.overShort());
            return Optional.of(new Past(
                    one.drawer().id().toString(),
                    texts.get("till.drawer.z", closing.z(), one.drawer().businessDay()),
                    off.isZero() ? null : texts.money(off)));
        }
    }

    static List<Past> past(List<ListedDrawer> drawers, Texts texts) {
        return drawers.stream().flatMap(one -> Past.of(one, texts).stream()).toList();
    }

    static String topics(Drawer drawer) {
        return "drawer:" + drawer.id();
    }
}
