/**
 * One cart at several doors: carried on in another browser by a link in a QR code, or shown at a till by a code. Start at
 * {@code ShowingPages}.
 */
@NullMarked
package io.stoa.shop.showing;

import org.jspecify.annotations.NullMarked;
