package io.stoa.notices;

import io.stoa.customers.Customers;
import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.mail.Mail;
import io.stoa.mail.Recipient;
import io.stoa.orders.Contact;
import io.stoa.orders.Orders;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.orders.views.OrderView;
import io.stoa.shared.CustomerId;
import io.stoa.shared.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hears what becomes of orders, and writes to those who left an e-mail address. */
@Component
class OnOrders implements Listener {

    private static final Duration NEWS = Duration.ofDays(2);

    private final Orders orders;
    private final Customers customers;
    private final Occasions occasions;
    private final Languages languages;
    private final Mail mail;
    private final Clock clock;

    OnOrders(
            Orders orders, Customers customers, Occasions occasions, Languages languages, Mail mail, Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.occasions = occasions;
        this.languages = languages;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Set<String> types() {
        return Occasions.TYPES;
    }

    /** One look for all tells who wants to hear at all. */
    @Override
    public void on(List<Event> events) {
        var since = clock.instant().minus(NEWS);
        var news = events.stream()
                .filter(event -> event.order() != null && event.at().isAfter(since))
                .toList();
        var contacts = new HashMap<>(
                orders.withEmail(news.stream().map(OnOrders::order).collect(Collectors.toSet())));
        receipts(news).forEach(contacts::putIfAbsent);
        for (var event : news) {
            var contact = contacts.get(order(event));
            if (contact != null && Recipient.isAddress(contact.email())) {
                tell(event, contact);
            }
        }
    }

    /** Who carried something away and wants the receipts of tills by mail, whether they said so again or not. */
    private Map<OrderId, Contact> receipts(List<Event> news) {
        var taken = news.stream().filter(OnOrders::isTaken).toList();
        var buyers = customers.byIds(
                taken.stream().map(OnOrders::buyer).flatMap(Optional::stream).collect(Collectors.toSet()));
        var found = new HashMap<OrderId, Contact>();
        for (var event : taken) {
            buyer(event)
                    .map(buyers::get)
                    .filter(buyer -> buyer.receipts() && !buyer.emails().isEmpty())
                    .ifPresent(buyer ->
                            found.put(order(event), new Contact(buyer.name(), buyer.emails().getFirst(), null)));
        }
        return found;
    }

    private static boolean isTaken(Event event) {
        return event.type().equals(OrderPaid.TYPE)
                && event.customer() != null
                && event.read(OrderPaid.class).delivery().equals(Occasions.TAKE_AWAY);
    }

    private static Optional<CustomerId> buyer(Event event) {
        return Optional.ofNullable(event.customer()).map(CustomerId::new);
    }

    private void tell(Event event, Contact contact) {
        orders.find(order(event))
                .flatMap(order -> occasions.letter(event, reader(order, contact)))
                .ifPresent(mail::write);
    }

    private Reader reader(OrderView order, Contact contact) {
        var to = new Recipient(contact.name(), Objects.requireNonNull(contact.email()));
        return new Reader(order, to, languages.of(order));
    }

    private static OrderId order(Event event) {
        return new OrderId(Objects.requireNonNull(event.order()));
    }
}
