/**
 * Tells open pages that something changed: one stream of server-sent events per browser at {@code GET /live?topics=a,b}. A
 * message names topics and carries no data, so that a page asks again for what its reader may see. Topics come from the log:
 * an event's key, such as {@code order:7}, and what {@code Topics} derives from it. A message's {@code id} is the position in
 * the log, and who comes back with it misses nothing. What a client was not told yet waits in a {@code Mailbox}, which holds
 * each topic once and therefore never overflows; who does not read at all is cut off. Start at {@link io.stoa.live.Live}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
