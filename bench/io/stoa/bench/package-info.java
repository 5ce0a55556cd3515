/**
 * Measures and tries Stoa on this machine, on a database of its own that is thrown away afterwards. Nothing here is part of
 * the shop. Start reading at {@link io.stoa.bench.Bench}; {@link io.stoa.bench.ShopProcess} is a whole Stoa in a process of its
 * own, {@link io.stoa.bench.Load} the buyers.
 */
@NullMarked
package io.stoa.bench;

import org.jspecify.annotations.NullMarked;
