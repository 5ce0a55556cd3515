/** Returns as JSON resources under {@code /api/v1/returns}. They parse, call the facade and answer; no rules live here. */
@NullMarked
package io.stoa.returns.web;

import org.jspecify.annotations.NullMarked;
