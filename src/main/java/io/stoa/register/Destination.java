package io.stoa.register;

import io.stoa.locations.Address;
import io.stoa.orders.Contact;

/** Where the pieces that go home go, and whom to tell about them. */
record Destination(Address address, Contact contact) {}
