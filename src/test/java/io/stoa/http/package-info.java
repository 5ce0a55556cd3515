/** How Stoa answers what it cannot understand. */
@NullMarked
package io.stoa.http;

import org.jspecify.annotations.NullMarked;
