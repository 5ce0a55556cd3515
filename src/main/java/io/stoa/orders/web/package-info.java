/** Carts and orders as JSON resources under {@code /api/v1}. They parse, call the facades and answer; no rules live here. */
@NullMarked
package io.stoa.orders.web;

import org.jspecify.annotations.NullMarked;
