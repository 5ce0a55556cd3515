package io.stoa.office.drawers;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.drawer.DrawerId;
import io.stoa.drawer.DrawerQuery;
import io.stoa.drawer.DrawerReport;
import io.stoa.drawer.Drawers;
import io.stoa.drawer.ListedDrawer;
import io.stoa.drawer.paper.Paper;
import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.office.Csv;
import io.stoa.page.PageFrame;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Drawers by store and business day, with how far each count was off; one as it was printed; all as a file. */
@Controller
@AllowedTo({Role.MANAGER, Role.ADMIN})
class DrawersPage {

    private static final String LIST = "/office/drawers";
    private static final int ROWS = 50;
    private static final int EXPORT_MAX = 10_000;

    private final Drawers drawers;
    private final Locations locations;

    DrawersPage(Drawers drawers, Locations locations) {
        this.drawers = drawers;
        this.locations = locations;
    }

    /** An empty store or day is all of them. */
    @GetMapping(LIST)
    ModelAndView list(
            @RequestParam(defaultValue = "") String location,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable DrawerId after,
            PageFrame frame) {
        var place = location.isBlank() ? null : new LocationId(location);
        var found = drawers.list(new DrawerQuery(place, null, day, after, ROWS));
        var query = "?location=" + (place == null ? "" : place) + "&day=" + (day == null ? "" : day);
        var shown = new DrawersShown(
                found.items().stream().map(one -> row(one, frame)).toList(),
                places(),
                place == null ? "" : place.value(),
                day == null ? "" : day.toString(),
                LIST + ".csv" + query,
                after == null ? null : LIST + query,
                found.next() == null ? null : LIST + query + "&after=" + found.next());
        return new ModelAndView("office/drawers", Map.of("shown", shown));
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView show(@PathVariable DrawerId id, PageFrame frame) {
        var report =
                drawers.report(id).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such drawer.")));
        return new ModelAndView(
                "office/drawer",
                Map.of("paper", Paper.of(report, store(report.drawer().till().location()), frame.texts())));
    }

    @GetMapping(LIST + ".csv")
    void export(
            @RequestParam(defaultValue = "") String location,
            @RequestParam(required = false) @Nullable LocalDate day,
            HttpServletResponse response)
            throws IOException {
        var place = location.isBlank() ? null : new LocationId(location);
        try (var out = Csv.file(
                response, "drawers.csv", "drawer", "location", "till", "business day", "opened", "opened by", "closed", "closed by",
                "z", "sales", "turnover", "tax", "taken off", "float", "paid in", "paid out", "dropped",
                "expected", "counted", "over or short", "reason", "currency")) {
            write(place, day, out);
        }
    }

    private void write(@Nullable LocationId place, @Nullable LocalDate day, PrintWriter out) {
        DrawerId after = null;
        for (int rows = 0; rows < EXPORT_MAX; rows += Page.SIZE_MAX) {
            var page = drawers.list(new DrawerQuery(place, null, day, after, Page.SIZE_MAX));
            page.items().forEach(one -> out.write(line(one)));
            if (page.next() == null) {
                return;
            }
            after = new DrawerId(Long.parseLong(page.next()));
        }
    }

    /** What only the end tells is empty while the drawer is open. */
    private static String line(ListedDrawer one) {
        var drawer = one.drawer();
        var closing = Optional.ofNullable(drawer.closing());
        var report = Optional.ofNullable(one.report());
        return Csv.line(
                drawer.id(),
                drawer.till().location(),
                drawer.till().name(),
                drawer.businessDay(),
                drawer.openedAt(),
                Paper.who(drawer.openedBy()),
                closing.<Object>map(end -> end.closedAt()).orElse(""),
                closing.map(end -> Paper.who(end.closedBy())).orElse(""),
                closing.<Object>map(end -> end.z()).orElse(""),
                report.<Object>map(DrawerReport::sales).orElse(""),
                amount(report, DrawerReport::turnover),
                amount(report, DrawersPage::tax),
                amount(report, DrawersPage::takenOff),
                drawer.opening().decimal().toPlainString(),
                amount(report, DrawerReport::paidIn),
                amount(report, DrawerReport::paidOut),
                amount(report, DrawerReport::dropped),
                amount(report, DrawerReport::expected),
                amount(report, DrawerReport::counted),
                amount(report, DrawerReport::overShort),
                closing.map(end -> end.reason()).orElse(""),
                drawer.opening().currency().getCurrencyCode());
    }

    private static Money tax(DrawerReport report) {
        return report.taxes().values().stream()
                .reduce(Money.zero(report.turnover().currency()), Money::plus);
    }

    private static Money takenOff(DrawerReport report) {
        return report.discounts().stream()
                .map(DrawerReport.Discounted::amount)
                .reduce(Money.zero(report.turnover().currency()), Money::plus);
    }

    private static String amount(Optional<DrawerReport> report, Function<DrawerReport, @Nullable Money> which) {
        return report.map(which).map(money -> money.decimal().toPlainString()).orElse("");
    }

    private DrawersShown.Row row(ListedDrawer one, PageFrame frame) {
        var drawer = one.drawer();
        var texts = frame.texts();
        var place = store(drawer.till().location());
        var report = Optional.ofNullable(one.report());
        var closing = drawer.closing();
        return new DrawersShown.Row(
                drawer.id().toString(),
                place == null ? drawer.till().location().value() : place.name(),
                drawer.till().name(),
                texts.day(drawer.businessDay()),
                frame.momentThere(drawer.openedAt(), place == null ? ZoneId.of("UTC") : place.zone()),
                closing == null ? null : closing.z(),
                report.map(DrawerReport::turnover).map(texts::money).orElse(null),
                report.map(DrawerReport::expected).map(texts::money).orElse(null),
                report.map(DrawerReport::counted).map(texts::money).orElse(null),
                report.map(DrawerReport::overShort)
                        .filter(off -> !off.isZero())
                        .map(texts::money)
                        .orElse(null));
    }

    private @Nullable Location store(LocationId id) {
        return locations.byId().get(id);
    }

    private List<DrawersShown.Place> places() {
        return locations.all().stream()
                .filter(Location::hasStock)
                .sorted(Location.byName())
                .map(place -> new DrawersShown.Place(place.id().value(), place.name()))
                .toList();
    }
}
