/** What others say about an article, and where a customer says it. Start at {@link io.stoa.shop.reviewing.Opinions}. */
@NullMarked
package io.stoa.shop.reviewing;

import org.jspecify.annotations.NullMarked;
