package io.stoa.office.articles;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.edits.Edit;
import io.stoa.edits.EditId;
import io.stoa.edits.EditLine;
import io.stoa.edits.Edits;
import io.stoa.edits.Repricing;
import io.stoa.edits.Sheet;
import io.stoa.edits.Wish;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changes of many articles: what each would change or changed, to be made, given up or taken back. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class ChangesPage {

    static final String HERE = ArticlesPage.HERE + "/changes";

    private static final int ROWS = 50;

    private final Edits edits;
    private final Pricing pricing;

    ChangesPage(Edits edits, Pricing pricing) {
        this.edits = edits;
        this.pricing = pricing;
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(required = false) @Nullable EditId before, PageFrame frame) {
        var page = edits.list(before, ROWS);
        var rows = page.items().stream()
                .map(one -> new ChangesShown.Row(
                        HERE + "/" + one.id(), what(one.wish(), frame.texts()), when(one, frame), who(one), one.state(), one.articles()))
                .toList();
        return new ModelAndView(
                "office/articles/changes",
                Map.of("rows", rows, "first", before == null ? "" : HERE, "next", page.next() == null ? "" : HERE + "?before=" + page.next()));
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView show(
            @PathVariable EditId id,
            @RequestParam(required = false) EditLine.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "") String said,
            PageFrame frame) {
        var edit = edits.find(id).orElseThrow(ChangesPage::missing);
        var lines = edits.lines(id, outcome, after, ROWS);
        var here = HERE + "/" + id + "?" + (outcome == null ? "" : "outcome=" + outcome + "&");
        var shown = new ChangesShown(
                edit,
                what(edit.wish(), frame.texts()),
                when(edit, frame),
                who(edit),
                chips(edit, outcome, frame.texts()),
                lines.items().stream().map(line -> line(line, edit, frame.texts())).toList(),
                HERE + "/" + id + "/lines.csv" + (outcome == null ? "" : "?outcome=" + outcome),
                after == 0 ? null : here,
                lines.next() == null ? null : here + "after=" + lines.next());
        return new ModelAndView("office/articles/change", Map.of("shown", shown, "said", said.equals("late") ? said : ""));
    }

    @GetMapping(HERE + "/{id}/lines.csv")
    void export(
            @PathVariable EditId id,
            @RequestParam(required = false) EditLine.@Nullable Outcome outcome,
            HttpServletResponse response)
            throws IOException {
        var edit = edits.find(id).orElseThrow(ChangesPage::missing);
        var texts = Texts.in(java.util.Locale.ENGLISH);
        try (var out = Csv.file(response, "change-" + id + ".csv", "number", "article", "sku", "what", "before", "after", "outcome", "reason")) {
            String after = "0";
            while (after != null) {
                var page = edits.lines(id, outcome, Integer.parseInt(after), Page.SIZE_MAX);
                page.items().stream().map(line -> line(line, edit, texts)).forEach(line -> out.write(csv(line)));
                after = page.next();
            }
        }
    }

    @PostMapping(HERE + "/{id}/apply")
    String apply(@PathVariable EditId id, Caller caller) {
        return back(id, edits.apply(id, caller.touchpoint()));
    }

    @PostMapping(HERE + "/{id}/undo")
    String undo(@PathVariable EditId id, Caller caller) {
        return back(id, edits.undo(id, caller.touchpoint()));
    }

    @PostMapping(HERE + "/{id}/discard")
    String discard(@PathVariable EditId id, Caller caller) {
        return back(id, edits.discard(id, caller.touchpoint()));
    }

    private static String back(EditId id, boolean done) {
        return "redirect:" + HERE + "/" + id + (done ? "" : "?said=late");
    }

    // --- In words

    private static String what(Wish wish, Texts texts) {
        var said = new ArrayList<String>();
        if (wish.price() != null) {
            said.add(prices(wish.price(), String.valueOf(wish.list()), texts));
        }
        if (wish.department() != null) {
            said.add(texts.get("articles.wish.department", wish.department()));
        }
        if (wish.brand() != null) {
            said.add(texts.get("articles.wish.brand", wish.brand()));
        }
        if (wish.name() != null) {
            said.add(texts.get("articles.wish.name", wish.name().find(), wish.name().replace()));
        }
        if (wish.article() != null) {
            said.add(texts.get("articles.wish.article", wish.article()));
        }
        if (wish.upload() != null) {
            var columns = wish.upload().columns().stream()
                    .filter(column -> column != Sheet.Column.SKU)
                    .map(column -> texts.get("imports.column." + column))
                    .collect(Collectors.joining(", "));
            said.add(texts.get("articles.wish.file", wish.upload().file(), columns));
        }
        return String.join("; ", said);
    }

    private static String prices(Repricing price, String list, Texts texts) {
        var way = price.way() == Repricing.Way.SET ? "SET" : price.way() + (price.value().signum() < 0 ? ".down" : ".up");
        var ending = texts.get("articles.ending.said." + price.ending());
        return texts.get("articles.wish." + way, price.value().abs().toPlainString(), list, ending);
    }

    private static String when(Edit edit, PageFrame frame) {
        return frame.moment(edit.createdAt(), ZoneId.systemDefault());
    }

    private static String who(Edit edit) {
        return edit.actor().substring(edit.actor().indexOf(':') + 1);
    }

    private static List<ChangesShown.Chip> chips(Edit edit, EditLine.@Nullable Outcome chosen, Texts texts) {
        var here = HERE + "/" + edit.id();
        var all = new ChangesShown.Chip(texts.get("articles.lines.all", edit.lines()), here, chosen == null);
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(EditLine.Outcome.values())
                                .filter(one -> edit.number(one) > 0 || one == chosen)
                                .map(one -> new ChangesShown.Chip(
                                        texts.get("articles.outcome." + one) + " " + texts.number(edit.number(one)),
                                        here + "?outcome=" + one,
                                        one == chosen)))
                .toList();
    }

    private ChangesShown.Line line(EditLine line, Edit edit, Texts texts) {
        var currency = pricing.lists().stream()
                .filter(list -> list.id().equals(edit.wish().list()) || list.id().value().equals(line.part()))
                .map(PriceList::currency)
                .findFirst()
                .orElse(null);
        if (line.field() == EditLine.Field.ROW) {
            return new ChangesShown.Line(line, texts.get("articles.row", Objects.requireNonNullElse(line.after(), "")), "", "", why(line, texts));
        }
        return new ChangesShown.Line(
                line,
                texts.get("articles.field." + line.field()) + (line.part().isEmpty() ? "" : " (" + line.part() + ")"),
                value(line, line.before(), currency, texts),
                isNoPrice(line) ? Objects.requireNonNullElse(line.after(), "") : value(line, line.after(), currency, texts),
                why(line, texts));
    }

    private static String why(EditLine line, Texts texts) {
        if (line.reason() == null) {
            return "";
        }
        return isNoPrice(line) && line.after() != null
                ? texts.get("articles.reason.price.written", ChangesShown.brief(line.after()))
                : texts.get("articles.reason." + line.reason());
    }

    /** Then what is after is what was written, and no amount. */
    private static boolean isNoPrice(EditLine line) {
        return "price".equals(line.reason());
    }

    private static String value(EditLine line, @Nullable String value, @Nullable Currency currency, Texts texts) {
        if (value != null && line.field() == EditLine.Field.PICTURES) {
            return texts.count("articles.pictures", ArticleView.pictures(value));
        }
        if (value == null || line.field() != EditLine.Field.PRICE || currency == null) {
            return Objects.requireNonNullElse(value, "");
        }
        return texts.money(new Money(Long.parseLong(value), currency));
    }

    private static String csv(ChangesShown.Line shown) {
        var line = shown.line();
        return Csv.line(
                line.number(),
                line.title(),
                line.sku() == null ? "" : line.sku(),
                shown.field(),
                shown.before(),
                shown.after(),
                line.outcome(),
                Objects.requireNonNullElse(line.reason(), ""));
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such change."));
    }
}
