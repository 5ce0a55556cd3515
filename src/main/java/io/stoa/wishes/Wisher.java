package io.stoa.wishes;

import io.stoa.shared.CustomerId;

/** Whose list it is: a customer's, at every door, or a guest's, who has only the number of their browser's list. */
public sealed interface Wisher {

    /** As it is kept. */
    String key();

    record Customer(CustomerId id) implements Wisher {
        @Override
        public String key() {
            return "c:" + id;
        }
    }

    record Guest(long list) implements Wisher {
        @Override
        public String key() {
            return "g:" + list;
        }
    }
}
