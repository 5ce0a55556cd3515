/**
 * What people who have an article say about it: one to five stars, and words if they like, once for each order. Only who was
 * handed the article may say something; what is said stands at once, and the office can hide it. Start at
 * {@link io.stoa.reviews.Reviews}. Events are {@code reviews.written}, {@code .taken_back}, {@code .hidden} and {@code .shown},
 * with {@link io.stoa.reviews.ReviewChanged} as payload: it holds no words and no name.
 */
@NullMarked
@CheckReturnValue
package io.stoa.reviews;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
