package io.stoa.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Sku;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoaTest
class WishesTest {

    private static final Sku MUG = new Sku("WISH-MUG");
    private static final Sku HAT = new Sku("WISH-HAT");
    private static final Sku BAG = new Sku("WISH-BAG");

    @Autowired
    Wishes wishes;

    @Autowired
    WishTable table;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Test
    void whatAGuestWishedForIsTheCustomersAfterSigningInAndNobodyElses() {
        var guest = new Wisher.Guest(ids.next());
        var customer = new Wisher.Customer(new CustomerId(ids.next()));
        wishes.add(customer, MUG);
        wishes.add(guest, MUG);
        wishes.add(guest, HAT);
        wishes.add(guest, HAT);
        wishes.join(guest, customer);
        wishes.join(guest, customer);
        assertThat(wishes.of(customer)).containsExactly(HAT, MUG);
        assertThat(wishes.of(guest)).isEmpty();
        assertThat(wishes.of(new Wisher.Guest(customer.id().value()))).isEmpty();
        wishes.remove(customer, HAT);
        assertThat(wishes.of(customer)).containsExactly(MUG);
    }

    @Test
    void aListHasAnEndAndTheOldestWishLeaves() {
        var guest = new Wisher.Guest(ids.next());
        table.add(guest, MUG, 2);
        table.add(guest, HAT, 2);
        table.add(guest, BAG, 2);
        assertThat(wishes.of(guest)).containsExactly(BAG, HAT);
    }

    @Test
    void aGuestWhoNeverCameBackIsForgottenAndACustomerIsNot() {
        var guest = new Wisher.Guest(ids.next());
        var customer = new Wisher.Customer(new CustomerId(ids.next()));
        wishes.add(guest, MUG);
        wishes.add(customer, MUG);
        database.sql("UPDATE wishes.wish SET at = at - INTERVAL '1 year' WHERE owner IN (:guest, :customer)")
                .param("guest", guest.key())
                .param("customer", customer.key())
                .update();
        assertThat(table.forgetGuests(Instant.now().minusSeconds(86_400), 1_000)).isEqualTo(1);
        assertThat(wishes.of(guest)).isEmpty();
        assertThat(wishes.of(customer)).containsExactly(MUG);
    }
}
