/**
 * The routing plan in the back office: which places serve which orders, by which rules, tried on the orders of the past before it
 * is switched on. Start at {@code PlanPage}.
 */
@NullMarked
package io.stoa.office.routing;

import org.jspecify.annotations.NullMarked;
