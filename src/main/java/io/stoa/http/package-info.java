/**
 * How Stoa speaks HTTP: every refusal is an RFC 9457 problem that says what to do ({@link io.stoa.http.Problems}), whatever
 * malformed thing arrives is answered with a 4xx and never with a stack trace, bodies and pages are bounded, and clients may
 * repeat ({@link io.stoa.http.IdempotencyKey}) and cache ({@link io.stoa.http.Etag}). Start reading at
 * {@code ProblemAdvice}; {@code StrictJson} holds the rules for what may come in.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
package io.stoa.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
