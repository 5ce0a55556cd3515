/** Stock as JSON resources under {@code /api/v1/stock}. They parse, call the facade and answer; no rules live here. */
@NullMarked
package io.stoa.inventory.web;

import org.jspecify.annotations.NullMarked;
