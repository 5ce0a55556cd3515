package io.stoa.notices;

import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.mail.Letter;
import io.stoa.mail.Recipient;
import io.stoa.orders.Orders;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.page.Texts;
import io.stoa.push.Notice;
import io.stoa.push.Push;
import io.stoa.push.Subscriber;
import io.stoa.shared.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Hears the same as {@link OnOrders}, and tells it on the screens of those who asked: of one order, or of all their own. Who
 * has just paid looks at the order, and is told nothing of it.
 */
@Component
class OnOrdersAtOnce implements Listener {

    private static final Duration NEWS = Duration.ofDays(1);
    /** Who reads on a screen has no address; the letter that says the same is never sent. */
    private static final Recipient NOBODY = new Recipient(null, "screen@stoa.invalid");

    private final Orders orders;
    private final Occasions occasions;
    private final OrderDoor door;
    private final Push push;
    private final Clock clock;

    OnOrdersAtOnce(Orders orders, Occasions occasions, OrderDoor door, Push push, Clock clock) {
        this.orders = orders;
        this.occasions = occasions;
        this.door = door;
        this.push = push;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices.at_once";
    }

    @Override
    public Set<String> types() {
        var types = new ArrayList<>(Occasions.TYPES);
        types.remove(OrderPaid.TYPE);
        return Set.copyOf(types);
    }

    /** One look for all tells who wants to hear at all. */
    @Override
    public void on(List<Event> events) {
        var since = clock.instant().minus(NEWS);
        var news = events.stream()
                .filter(event -> event.order() != null && event.at().isAfter(since))
                .toList();
        var interested = push.interested(news.stream().flatMap(OnOrdersAtOnce::topics).distinct().toList());
        for (var event : news) {
            var topics = topics(event).toList();
            interested.stream()
                    .filter(subscriber -> topics.contains(subscriber.topic()))
                    .forEach(subscriber -> tell(event, subscriber));
        }
    }

    private static Stream<String> topics(Event event) {
        return Stream.concat(
                Stream.of("order:" + event.order()),
                Stream.ofNullable(event.customer()).map(customer -> "customer:" + customer));
    }

    private void tell(Event event, Subscriber subscriber) {
        var texts = Texts.in(Locale.forLanguageTag(subscriber.language()));
        orders.find(new OrderId(Objects.requireNonNull(event.order())))
                .flatMap(order -> occasions.letter(event, new Reader(order, NOBODY, texts)))
                .flatMap(this::notice)
                .ifPresent(notice -> push.write(subscriber, notice));
    }

    private Optional<Notice> notice(Letter letter) {
        return Optional.ofNullable(letter.order())
                .map(order -> new Notice(letter.key(), letter.subject(), letter.preview(), door.to(order), "order-" + order));
    }
}
