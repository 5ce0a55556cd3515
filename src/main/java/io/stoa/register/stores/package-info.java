/**
 * In which store a till stands: the stores that have one, the page that asks, and the answer for every other page of the
 * till. Start at {@link io.stoa.register.stores.Stores}.
 */
@NullMarked
package io.stoa.register.stores;

import org.jspecify.annotations.NullMarked;
