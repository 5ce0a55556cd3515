/**
 * The shop as an app on a phone: the worker that a browser keeps running for it, and what is shown without a network. What
 * it does stands in {@code static/app-worker.js}. Start at {@code AppPages}.
 */
@NullMarked
package io.stoa.shop.app;

import org.jspecify.annotations.NullMarked;
