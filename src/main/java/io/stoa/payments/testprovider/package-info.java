/**
 * A card provider that lives in this database and in no hurry of its own, for demos and tests: what it does depends on
 * the token ({@link io.stoa.payments.testprovider.TestCard}). It keeps its own books in schema {@code testgateway}, committed
 * on its own, so that a test can count charges where they happen.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("testprovider")
package io.stoa.payments.testprovider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
