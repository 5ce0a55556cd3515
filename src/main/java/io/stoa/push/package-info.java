/**
 * Messages on the screens of phones and desks, through the push service of each browser (RFC 8030), readable by that browser
 * only (RFC 8291) and signed with the key of this house (RFC 8292). They wait in an outbox that is written with their cause.
 * Start at {@link io.stoa.push.Push}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.push;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
