/** Customers as JSON: for the staff and machines everybody, for a customer only themselves. */
@NullMarked
package io.stoa.customers.web;

import org.jspecify.annotations.NullMarked;
