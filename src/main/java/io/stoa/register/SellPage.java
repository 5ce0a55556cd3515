package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.catalog.ProductId;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.register.Basket.Note;
import io.stoa.register.Basket.Step;
import io.stoa.parking.Parking;
import io.stoa.register.discounts.Given;
import io.stoa.register.drawer.CashFirst;
import io.stoa.register.exchange.Exchanging;
import io.stoa.register.exchange.Kept;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Money;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The till: the basket on the left, on the right what comes next. */
@Controller
class SellPage {

    private static final int WORDS_MAX = 100;

    private final Stores stores;
    private final Sales sales;
    private final Baskets baskets;
    private final Articles articles;
    private final Buyers buyers;
    private final CashFirst cashFirst;
    private final Parking parking;
    private final Exchanging exchanging;

    SellPage(
            Stores stores,
            Sales sales,
            Baskets baskets,
            Articles articles,
            Buyers buyers,
            CashFirst cashFirst,
            Parking parking,
            Exchanging exchanging) {
        this.exchanging = exchanging;
        this.stores = stores;
        this.sales = sales;
        this.baskets = baskets;
        this.articles = articles;
        this.buyers = buyers;
        this.cashFirst = cashFirst;
        this.parking = parking;
    }

    @GetMapping("/till")
    ModelAndView sell(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ProductId product,
            Caller caller,
            PageFrame frame,
            HttpSession session) {
        var store = stores.at(caller);
        if (step.equals("cash") && cashFirst.asks(caller)) {
            return new ModelAndView(CashFirst.PAGE);
        }
        var open = sales.current(session, store).orElse(null);
        var basket = baskets.of(open, store, frame.texts());
        var model = new HashMap<String, Object>(Map.of("store", store.name(), "basket", basket));
        model.put("parked", parking.number(store.id()));
        model.put("step", stepOf(step, basket, open));
        put(model, "buyer", buyers.of(open));
        exchanging.inHand(session).ifPresent(kept -> model.put("kept", Kept.of(kept, frame.texts())));
        if (q != null && !q.isBlank()) {
            var words = q.strip().substring(0, Math.min(WORDS_MAX, q.strip().length()));
            model.put("words", words);
            model.put("hits", articles.search(words, store, frame.texts()));
        } else if (product != null) {
            model.put("hits", articles.variants(product, store, frame.texts()));
        }
        if (open != null) {
            model.put("shown", sales.isShown(open));
            model.put("discounts", Given.of(open.cart().discounts(), frame.texts()));
            putPaying(model, open, store, frame);
        }
        return new ModelAndView("till/sell", model);
    }

    /** Nothing to pay, nothing to choose; and what goes home needs an address before money. */
    private static Step stepOf(String asked, Basket basket, @Nullable Open open) {
        boolean paying = asked.equals("cash") || asked.equals("card") || asked.equals("gift");
        if (paying && open != null && basket.sendsHome() && open.sale().to() == null) {
            return Step.HOME;
        }
        return switch (asked) {
            case "customer" -> Step.CUSTOMER;
            case "cash" -> basket.payable() ? Step.CASH : Step.CHOOSE;
            case "card" -> basket.payable() ? Step.CARD : Step.CHOOSE;
            case "gift" -> basket.payable() ? Step.GIFT : Step.CHOOSE;
            case "discount" -> !basket.isEmpty() && basket.tab() == null ? Step.DISCOUNT : Step.CHOOSE;
            case "home" -> basket.sendsHome() ? Step.HOME : Step.CHOOSE;
            default -> Step.CHOOSE;
        };
    }

    private void putPaying(Map<String, Object> model, Open open, Location store, PageFrame frame) {
                model.put("cards", frame.demo() ? PayPage.CARDS : List.of());
        baskets.due(open, store).ifPresent(due -> {
            model.put("attempt", baskets.moment(open, due));
            model.put("notes", notes(due, frame));
        });
        var to = open.sale().to();
        if (to != null) {
            model.put("to", to.address().lines(frame.texts().locale()));
        }
        var country = store.address() == null ? frame.texts().locale().getCountry() : store.address().country();
        model.put("home", HomeForm.of(to, buyers.of(open.sale()).orElse(null), country));
        model.put("countries", HomeForm.countries(frame.texts().locale()));
    }

    private static List<Note> notes(Money due, PageFrame frame) {
        var texts = frame.texts();
        var notes = new ArrayList<Note>();
        notes.add(new Note(due.decimal().toPlainString(), texts.money(due), texts.get("till.cash.exact")));
        for (var guess : Cash.guesses(due)) {
            var change = texts.get("till.cash.back", guess.minus(due));
            notes.add(new Note(guess.decimal().toPlainString(), texts.money(guess), change));
        }
        return notes;
    }


    private static void put(Map<String, Object> model, String name, @Nullable Object value) {
        if (value != null) {
            model.put(name, value);
        }
    }
}
