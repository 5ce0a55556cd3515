/**
 * What this store prepares for orders of other doors, and hands over at the till against the customer's code, all of it or
 * part. Composes {@code fulfilment}; start at {@code PickupPage}.
 */
@NullMarked
package io.stoa.register.pickups;

import org.jspecify.annotations.NullMarked;
