package io.stoa.notices;

import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.fulfilment.ShipmentChanged;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.mail.Letter;
import io.stoa.mail.Mail;
import io.stoa.mail.Recipient;
import io.stoa.orders.Contact;
import io.stoa.orders.Orders;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.orders.views.OrderView;
import io.stoa.returns.ReturnChanged;
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
    private static final String TAKE_AWAY = "TAKE_AWAY";
    private static final String REFUNDED = "returns.refunded";

    private final Orders orders;
    private final Customers customers;
    private final OrderLetters letters;
    private final Languages languages;
    private final Mail mail;
    private final Clock clock;

    OnOrders(
            Orders orders, Customers customers, OrderLetters letters, Languages languages, Mail mail, Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.letters = letters;
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
        return Set.of(
                OrderPaid.TYPE,
                OrderEnded.CANCELLED,
                OrderChanged.LINES_CANCELLED,
                OrderChanged.LINES_LOWERED,
                ShipmentState.READY.event(),
                ShipmentState.SHIPPED.event(),
                REFUNDED);
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
                && event.read(OrderPaid.class).delivery().equals(TAKE_AWAY);
    }

    private static Optional<CustomerId> buyer(Event event) {
        return Optional.ofNullable(event.customer()).map(CustomerId::new);
    }

    private void tell(Event event, Contact contact) {
        orders.find(order(event))
                .flatMap(order -> letter(event, reader(order, contact)))
                .ifPresent(mail::write);
    }

    private Reader reader(OrderView order, Contact contact) {
        var to = new Recipient(contact.name(), Objects.requireNonNull(contact.email()));
        return new Reader(order, to, languages.of(order));
    }

    /** What was carried away at a till has its receipt on paper; who wants it by mail said so in their account. */
    private Optional<Letter> letter(Event event, Reader reader) {
        if (reader.order().delivery().equals(TAKE_AWAY)) {
            return event.type().equals(OrderPaid.TYPE) && wantsReceipts(reader.order())
                    ? Optional.of(letters.receipt(reader))
                    : Optional.empty();
        }
        return switch (event.type()) {
            case OrderPaid.TYPE -> Optional.of(letters.confirmed(reader));
            case OrderEnded.CANCELLED -> Optional.of(letters.cancelled(reader));
            case OrderChanged.LINES_CANCELLED, OrderChanged.LINES_LOWERED ->
                letters.smaller(reader, event.read(OrderChanged.class).changed(), event.keyVersion());
            case REFUNDED -> Optional.of(letters.refunded(reader, event.read(ReturnChanged.class)));
            default -> letters.underWay(reader, event.read(ShipmentChanged.class));
        };
    }

    private boolean wantsReceipts(OrderView order) {
        return Optional.ofNullable(order.customer())
                .flatMap(customers::find)
                .filter(Customer::receipts)
                .isPresent();
    }

    private static OrderId order(Event event) {
        return new OrderId(Objects.requireNonNull(event.order()));
    }
}
