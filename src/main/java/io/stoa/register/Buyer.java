package io.stoa.register;

import java.util.List;

/** The customer to whom the sale belongs, and how many pieces wait in their cart from another door. */
public record Buyer(String id, String name, String detail, int waiting) {

    /** What a search for customers found. */
    public record Search(String typed, List<Buyer> found) {

        public Search {
            found = List.copyOf(found);
        }
    }
}
