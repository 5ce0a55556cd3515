/** Purchase orders and suppliers as JSON resources. They parse, call the facade and answer; no rules live here. */
@NullMarked
package io.stoa.purchasing.web;

import org.jspecify.annotations.NullMarked;
