package io.stoa.customers;

import io.stoa.access.Entrance;
import io.stoa.access.Member;
import io.stoa.access.SignIn;
import io.stoa.shared.Actor;
import io.stoa.shared.CustomerId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the shop's entrance to customers with a password. */
@Component
class CustomerSignIn implements SignIn {

    private final Customers customers;

    CustomerSignIn(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Entrance entrance() {
        return Entrance.SHOP;
    }

    @Override
    public Optional<Member> signIn(String name, String password) {
        return customers.signIn(name, password).flatMap(customers::find).map(CustomerSignIn::member);
    }

    @Override
    public Optional<Member> member(String id) {
        return customers.find(new CustomerId(Long.parseLong(id))).map(CustomerSignIn::member);
    }

    /** Customers are not barred yet; whoever signed in stays until the session ends. */
    @Override
    public boolean stillWelcome(Member member) {
        return true;
    }

    static Member member(Customer customer) {
        return new Member(Actor.customer(customer.id()), customer.name(), Set.of(), customer.id(), null);
    }
}
