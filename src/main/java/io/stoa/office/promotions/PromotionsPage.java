package io.stoa.office.promotions;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.office.promotions.PromotionsShown.Tried;
import io.stoa.page.Choice;
import io.stoa.page.PageFrame;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Saved;
import io.stoa.shared.Versioned;
import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Promotions: the list, and one to make or change, which is tried on a basket before it is saved. */
@Controller
@RequestMapping("/office/promotions")
@AllowedTo({Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class PromotionsPage {

    private static final String HERE = "/office/promotions";
    private static final String BASKET = "basket";
    private static final int NAMED_ALIKE = 9;
    private static final List<Channel> DOORS = List.of(
            Channel.WEB, Channel.APP, Channel.TILL, Channel.PHONE, Channel.CHAT, Channel.SOCIAL, Channel.MARKETPLACE, Channel.AGENT);

    private final Promotions promotions;
    private final Basket basket;
    private final Catalog catalog;
    private final Locations locations;
    private final Clock clock;
    private final Currency currency;

    /** What is shown: the form with its mistakes, what is there already, a word about what happened, and what a basket would cost. */
    private record Shown(
            PromotionForm form, @Nullable Versioned<Promotion> there, Map<String, String> errors, String said, @Nullable Tried tried) {

        static Shown of(PromotionForm form, @Nullable Versioned<Promotion> there) {
            return new Shown(form, there, Map.of(), "", null);
        }
    }

    PromotionsPage(
            Promotions promotions,
            Basket basket,
            Catalog catalog,
            Locations locations,
            Clock clock,
            @Value("${stoa.currency:USD}") Currency currency) {
        this.promotions = promotions;
        this.basket = basket;
        this.catalog = catalog;
        this.locations = locations;
        this.clock = clock;
        this.currency = currency;
    }

    @GetMapping
    ModelAndView list(PageFrame frame) {
        var words = new PromotionWords(currency, frame.texts());
        var now = clock.instant();
        var rows = promotions.all().stream().map(one -> words.row(one.value(), now)).toList();
        return new ModelAndView("office/promotions/list", Map.of("rows", rows));
    }

    @GetMapping("/new")
    ModelAndView fresh(PageFrame frame) {
        return page(Shown.of(PromotionForm.fresh(), null), HttpStatus.OK, frame);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable PromotionId id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var there = find(id);
        return page(new Shown(PromotionForm.of(there.value(), currency), there, Map.of(), said, null), HttpStatus.OK, frame);
    }

    @PostMapping("/new")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, Caller caller, PageFrame frame) {
        var form = new PromotionForm(typed);
        var reader = new PromotionReader(form, null, catalog, currency, frame.texts());
        return answer(Shown.of(form, null), reader, free(reader.id()), new Expected.Nothing(), caller, frame);
    }

    /** Next year's sale may have the name of this one. */
    private PromotionId free(PromotionId named) {
        var others = IntStream.rangeClosed(2, NAMED_ALIKE).mapToObj(number -> new PromotionId(named + "-" + number));
        return Stream.concat(Stream.of(named), others)
                .filter(id -> promotions.find(id).isEmpty())
                .findFirst()
                .orElse(named);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable PromotionId id, @RequestParam MultiValueMap<String, String> typed, Caller caller, PageFrame frame) {
        var there = find(id);
        var form = new PromotionForm(typed);
        var seen = form.text("version").matches("[0-9]{1,18}") ? Long.parseLong(form.text("version")) : 0;
        var reader = new PromotionReader(form, there.value(), catalog, currency(there), frame.texts());
        return answer(Shown.of(form, there), reader, id, new Expected.Version(Set.of(seen)), caller, frame);
    }

    private ModelAndView answer(
            Shown shown, PromotionReader reader, PromotionId id, Expected expected, Caller caller, PageFrame frame) {
        var wanted = reader.read(id);
        boolean trying = shown.form().text("do").equals("try");
        var pieces = trying ? reader.pieces(BASKET) : null;
        if (wanted.isEmpty() || !reader.errors().isEmpty()) {
            return page(new Shown(shown.form(), shown.there(), reader.errors(), "", null), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        if (pieces != null) {
            var tried = basket.tried(pieces, wanted.get(), frame.texts());
            return page(new Shown(shown.form(), shown.there(), Map.of(), "", tried), HttpStatus.OK, frame);
        }
        return switch (promotions.save(wanted.get(), expected, caller.touchpoint())) {
            case Saved.Done _ -> new ModelAndView("redirect:" + HERE + "/" + id + "?said=saved");
            case Saved.Stale _ -> new ModelAndView("redirect:" + HERE + "/" + id + "?said=stale");
        };
    }

    /** That of its amounts; of the house where it has none yet. */
    private Currency currency(@Nullable Versioned<Promotion> there) {
        return there == null ? currency : Objects.requireNonNullElse(there.value().currency(), currency);
    }

    private Versioned<Promotion> find(PromotionId id) {
        return promotions.find(id).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no promotion " + id + ".")));
    }

    private ModelAndView page(Shown shown, HttpStatus status, PageFrame frame) {
        var there = shown.there();
        var model = new HashMap<String, Object>(Map.of(
                "form", shown.form(),
                "errors", shown.errors(),
                "said", Set.of("saved", "stale").contains(shown.said()) ? shown.said() : "",
                "action", HERE + (there == null ? "/new" : "/" + there.value().id()),
                "version", there == null ? "0" : String.valueOf(there.version()),
                "choices", choices(shown, frame)));
        if (there != null) {
            model.put("row", new PromotionWords(currency, frame.texts()).row(there.value(), clock.instant()));
        }
        if (shown.tried() != null) {
            model.put("tried", shown.tried());
        }
        var page = new ModelAndView("office/promotions/one", model);
        page.setStatus(status);
        return page;
    }

    /** Doors and groups that a program named are there to be taken away, too. */
    private PromotionsShown choices(Shown shown, PageFrame frame) {
        var form = shown.form();
        var groups = Stream.concat(locations.all().stream().map(Location::group), form.all("groups"));
        var language = frame.texts().language();
        return new PromotionsShown(
                PromotionForm.KINDS.stream().map(kind -> new Choice(kind, frame.t("promotion.kind." + kind))).toList(),
                Arrays.stream(Combination.Mode.values()).map(mode -> new Choice(mode.name(), frame.t("promotion.mode." + mode))).toList(),
                catalog.categories().stream().map(shelf -> new Choice(shelf.slug(), path(shelf, language))).toList(),
                Arrays.stream(Channel.values())
                        .filter(door -> DOORS.contains(door) || form.has("doors", door.name()))
                        .map(door -> new Choice(door.name(), frame.t("office.door." + door))).toList(),
                groups.distinct().sorted().map(group -> new Choice(group, group)).toList(),
                currency(shown.there()).getCurrencyCode());
    }

    private String path(Category shelf, String language) {
        var above = shelf.parentSlug() == null ? null : catalog.category(shelf.parentSlug()).orElse(null);
        return above == null ? shelf.name(language) : path(above, language) + " / " + shelf.name(language);
    }
}
