/** Tests of the replay: its ledger alone, and its buyers in the whole shop. */
@NullMarked
package io.stoa.replay;

import org.jspecify.annotations.NullMarked;
