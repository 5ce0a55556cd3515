/**
 * The demo's customers and shop assistants: they replay real orders through the HTTP interfaces of four doors, as fast as one
 * likes, and play the stores that pick, reject and hand over. They keep their own {@code Ledger} of what they were told,
 * which knows nothing of Stoa's tables, so that "nothing is promised twice" can be checked from outside. Only there when
 * {@code stoa.demo} is true. Start at {@link io.stoa.replay.Replay}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.replay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
