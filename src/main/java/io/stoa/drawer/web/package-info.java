/** Cash drawers as JSON resources under {@code /api/v1/drawers}. They parse, call the facade and answer; no rules live here. */
@NullMarked
package io.stoa.drawer.web;

import org.jspecify.annotations.NullMarked;
