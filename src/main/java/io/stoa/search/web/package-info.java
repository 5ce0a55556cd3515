/** Finding goods, and what means the same, over HTTP. */
@NullMarked
package io.stoa.search.web;

import org.jspecify.annotations.NullMarked;
