/**
 * A customer's own pages: orders from every door ({@link io.stoa.shop.account.OrdersPage}), addresses, details and wishes, the
 * password and where they are signed in. The security frame lets nobody in here but customers who signed in, and each page
 * shows what is the caller's own.
 */
@NullMarked
package io.stoa.shop.account;

import org.jspecify.annotations.NullMarked;
