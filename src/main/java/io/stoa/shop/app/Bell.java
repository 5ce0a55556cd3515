package io.stoa.shop.app;

import io.stoa.access.Caller;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.push.Push;
import io.stoa.push.Subscription;
import io.stoa.shop.OrderLinks;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Where a browser says that it wants to be told: of one order, by whoever has its page; of all, by who is signed in. */
@Controller
class Bell {

    private final Push push;
    private final OrderLinks links;

    Bell(Push push, OrderLinks links) {
        this.push = push;
        this.links = links;
    }

    /** What the script {@code app.js} sends. */
    record Wish(boolean on, String endpoint, String p256dh, String auth) {}

    @GetMapping("/shop/push-key")
    @ResponseBody
    Map<String, String> key() {
        return Map.of("key", push.publicKey());
    }

    @PostMapping("/shop/orders/{id}/{key}/bell")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@PathVariable long id, @PathVariable String key, @RequestBody Wish wish, PageFrame frame) {
        if (id <= 0 || !links.fits(id, key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        wish("order:" + id, wish, frame);
    }

    @PostMapping("/shop/account/bell")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void account(@RequestBody Wish wish, Caller caller, PageFrame frame) {
        var customer = caller.customer();
        if (customer == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        wish("customer:" + customer, wish, frame);
    }

    /** What the worker {@code app-worker.js} sends, which has no page and so no token of a form. */
    record Move(String from, String endpoint, String p256dh, String auth) {}

    @PostMapping("/hooks/push/moved")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void moved(@RequestBody Move move) {
        try {
            if (!push.move(move.from(), new Subscription(move.endpoint(), move.p256dh(), move.auth()))) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        } catch (IllegalArgumentException unfit) {
            throw Problems.refuse(Problems.invalid("endpoint", unfit.getMessage() + "."));
        }
    }

    private void wish(String topic, Wish wish, PageFrame frame) {
        if (!wish.on()) {
            push.unsubscribe(wish.endpoint(), topic);
            return;
        }
        try {
            push.subscribe(new Subscription(wish.endpoint(), wish.p256dh(), wish.auth()), topic, frame.texts().locale().toLanguageTag());
        } catch (IllegalArgumentException unfit) {
            throw Problems.refuse(Problems.invalid("endpoint", unfit.getMessage() + "."));
        }
    }
}
