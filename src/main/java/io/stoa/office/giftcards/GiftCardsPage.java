package io.stoa.office.giftcards;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.giftcards.GiftCard;
import io.stoa.giftcards.GiftCardId;
import io.stoa.giftcards.GiftCards;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.office.giftcards.GiftCardsShown.State;
import io.stoa.page.PageFrame;
import io.stoa.shared.Amounts;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gift cards: issue one, find one by the end of its code, see where its money went, block it. */
@Controller
class GiftCardsPage {

    private static final String HERE = "/office/gift-cards";
    private static final int LISTED = 50;

    private final GiftCards cards;
    private final Ids ids;
    private final Currency currency;

    GiftCardsPage(GiftCards cards, Ids ids, @Value("${stoa.currency:USD}") Currency currency) {
        this.cards = cards;
        this.ids = ids;
        this.currency = currency;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String ending,
            @RequestParam(required = false) @Nullable GiftCardId after,
            PageFrame frame) {
        return page(ending, after, null, Map.of(), frame);
    }

    @GetMapping(HERE + ".csv")
    void export(@RequestParam(defaultValue = "") String ending, HttpServletResponse response) throws IOException {
        var last = last(ending);
        try (var out = Csv.file(response, "gift-cards.csv", "card", "ending", "loaded", "balance", "held", "currency", "blocked", "issued")) {
            for (var page = cards.list(last, Page.SIZE_MAX, null); ; ) {
                page.items().forEach(card -> out.write(line(card)));
                if (page.next() == null) {
                    return;
                }
                page = cards.list(last, Page.SIZE_MAX, new GiftCardId(Long.parseLong(page.next())));
            }
        }
    }

    private static String line(GiftCard card) {
        return Csv.line(
                card.id(),
                card.ending(),
                card.loaded().decimal().toPlainString(),
                card.balance().decimal().toPlainString(),
                card.held().decimal().toPlainString(),
                card.balance().currency().getCurrencyCode(),
                card.blocked(),
                card.issuedAt());
    }

    /** The key is made with the form, so that sending it twice is one card. */
    @PostMapping(HERE)
    @AllowedTo({Role.MANAGER, Role.ADMIN})
    ModelAndView issue(
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String key,
            Caller caller,
            PageFrame frame,
            RedirectAttributes flash) {
        var worth = read(amount);
        if (worth.isEmpty() || !key.matches("\\d{1,19}")) {
            var most = frame.texts().money(new Money(GiftCards.LOADED_MAX, currency));
            var page = page("", null, key, Map.of("typed", amount, "wrong", frame.t("office.gift.wrong", most)), frame);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var issued = cards.issue("office:" + key, worth.get(), caller.touchpoint());
        issued.code().ifPresent(code -> flash.addFlashAttribute("code", code.value()));
        return new ModelAndView("redirect:" + HERE + "/" + issued.card().id());
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView show(@PathVariable GiftCardId id, PageFrame frame) {
        var card = cards.find(id).orElseThrow(GiftCardsPage::missing);
        var entries = cards.history(id).stream()
                .map(entry -> new GiftCardsShown.Entry(
                        frame.t("office.gift.entry." + entry.kind()),
                        frame.texts().money(entry.amount()),
                        frame.moment(entry.at(), ZoneId.systemDefault())))
                .toList();
        return new ModelAndView("office/giftCard", Map.of("card", row(card, frame), "entries", entries));
    }

    @PostMapping(HERE + "/{id}/block")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    String block(@PathVariable GiftCardId id, Caller caller) {
        var card = cards.block(id, true, caller.touchpoint()).orElseThrow(GiftCardsPage::missing);
        return "redirect:" + HERE + "/" + card.id();
    }

    @PostMapping(HERE + "/{id}/unblock")
    @AllowedTo({Role.MANAGER, Role.ADMIN})
    String unblock(@PathVariable GiftCardId id, Caller caller) {
        var card = cards.block(id, false, caller.touchpoint()).orElseThrow(GiftCardsPage::missing);
        return "redirect:" + HERE + "/" + card.id();
    }

    private ModelAndView page(
            String ending, @Nullable GiftCardId after, @Nullable String key, Map<String, String> issuing, PageFrame frame) {
        var last = Objects.requireNonNullElse(last(ending), "");
        var found = cards.list(last(ending), LISTED, after);
        var query = last.matches("[0-9A-Z]+") ? "?ending=" + last : "";
        var here = HERE + (query.isEmpty() ? "?" : query + "&");
        var shown = new GiftCardsShown(
                found.items().stream().map(card -> row(card, frame)).toList(),
                last,
                key == null || key.isEmpty() ? String.valueOf(ids.next()) : key,
                after == null ? null : here,
                found.next() == null ? null : here + "after=" + found.next(),
                HERE + ".csv" + query);
        var model = new HashMap<String, Object>(issuing);
        model.put("shown", shown);
        model.put("currency", currency.getCurrencyCode());
        return new ModelAndView("office/giftCards", model);
    }

    /** Null for all of them. */
    private static @Nullable String last(String typed) {
        var wanted = typed.strip().toUpperCase(Locale.ROOT);
        return wanted.isEmpty() ? null : wanted.substring(Math.max(0, wanted.length() - 4));
    }

    private static GiftCardsShown.Row row(GiftCard card, PageFrame frame) {
        var texts = frame.texts();
        return new GiftCardsShown.Row(
                card.id().toString(),
                card.ending(),
                texts.money(card.loaded()),
                texts.money(card.balance()),
                card.held().isZero() ? null : texts.money(card.held()),
                card.blocked() ? State.BLOCKED : card.balance().isZero() ? State.EMPTY : State.GOOD,
                frame.moment(card.issuedAt(), ZoneId.systemDefault()));
    }

    private Optional<Money> read(String typed) {
        return Amounts.read(typed, currency).filter(money -> money.minor() > 0 && money.minor() <= GiftCards.LOADED_MAX);
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such gift card."));
    }
}
