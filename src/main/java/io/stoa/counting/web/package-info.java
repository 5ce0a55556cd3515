/** Counts as JSON resources under {@code /api/v1/counts}. They parse, call the facade and answer; no rules live here. */
@NullMarked
package io.stoa.counting.web;

import org.jspecify.annotations.NullMarked;
