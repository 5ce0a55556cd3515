/** Gift cards over HTTP. */
@NullMarked
package io.stoa.giftcards.web;

import org.jspecify.annotations.NullMarked;
