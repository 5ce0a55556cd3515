package io.stoa.customers;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes many new people with few statements. */
@Component
class Registration {

    static final int BATCH = 500;

    private final CustomerTable persons;
    private final IdentifierTable identifiers;
    private final AddressTable addresses;
    private final EventLog log;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Registration(
            CustomerTable persons,
            IdentifierTable identifiers,
            AddressTable addresses,
            EventLog log,
            Ids ids,
            TransactionTemplate transaction) {
        this.persons = persons;
        this.identifiers = identifiers;
        this.addresses = addresses;
        this.log = log;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** Each batch in a transaction of its own, so that a long import keeps nobody waiting. */
    List<CustomerId> inBatches(List<NewCustomer> customers, Touchpoint touchpoint) {
        var all = new ArrayList<CustomerId>(customers.size());
        for (int from = 0; from < customers.size(); from += BATCH) {
            var batch = customers.subList(from, Math.min(from + BATCH, customers.size()));
            all.addAll(Objects.requireNonNull(transaction.execute(status -> all(batch, touchpoint))));
        }
        return List.copyOf(all);
    }

    /** In the caller's transaction; answers an id for each, in the order given. */
    List<CustomerId> all(List<NewCustomer> customers, Touchpoint touchpoint) {
        var drafts = customers.stream()
                .map(customer -> new CustomerTable.Draft(ids.next(), customer))
                .toList();
        var written = new HashSet<>(persons.insert(firstOfEach(drafts)));
        writeWhatBelongs(drafts, written);
        log.append(
                written.stream().sorted().map(id -> registered(id, touchpoint)).toList());
        return idsOf(drafts, written);
    }

    /** One list may name a person twice; the first one counts. */
    private static List<CustomerTable.Draft> firstOfEach(List<CustomerTable.Draft> drafts) {
        var first = new LinkedHashMap<Object, CustomerTable.Draft>();
        for (var draft : drafts) {
            var external = draft.customer().externalId();
            first.putIfAbsent(external == null ? (Object) draft.id() : external, draft);
        }
        return List.copyOf(first.values());
    }

    private void writeWhatBelongs(List<CustomerTable.Draft> drafts, Set<Long> written) {
        var shown = new ArrayList<IdentifierTable.Owned>();
        var places = new ArrayList<AddressTable.Owned>();
        for (var draft : drafts) {
            if (written.contains(draft.id())) {
                draft.customer().identifiers().forEach(each -> shown.add(new IdentifierTable.Owned(draft.id(), each)));
                draft.customer().addresses().forEach(each -> places.add(new AddressTable.Owned(draft.id(), each)));
            }
        }
        if (!shown.isEmpty()) {
            identifiers.insert(shown, 0);
        }
        if (!places.isEmpty()) {
            addresses.insert(places);
        }
    }

    private List<CustomerId> idsOf(List<CustomerTable.Draft> drafts, Set<Long> written) {
        var externals = drafts.stream()
                .filter(draft -> !written.contains(draft.id()))
                .map(draft -> Objects.requireNonNull(draft.customer().externalId()))
                .toList();
        Map<String, Long> known = externals.isEmpty() ? Map.of() : persons.byExternalIds(externals);
        return drafts.stream()
                .map(draft -> new CustomerId(
                        written.contains(draft.id())
                                ? draft.id()
                                : known.get(draft.customer().externalId())))
                .toList();
    }

    private static NewEvent registered(long id, Touchpoint touchpoint) {
        return new NewEvent(
                "customers.customer_registered",
                "customer:" + id,
                1,
                new CustomerId(id),
                null,
                touchpoint,
                Map.of("customer", id));
    }
}
