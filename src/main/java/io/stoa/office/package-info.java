/**
 * The back office: the live board for a wall, orders, one order with its trail and its routing explained, stock, and the log's
 * readers. It composes the modules below and owns no rules and no tables. Each {@code …Page} answers a few addresses and
 * fills public view records, which are all that its templates under {@code src/main/jte/office} know. Start at
 * {@link io.stoa.office.Board}.
 */
@NullMarked
package io.stoa.office;

import org.jspecify.annotations.NullMarked;
