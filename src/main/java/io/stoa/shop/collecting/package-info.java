/** Another store for what is to be collected, while it is not ready. Start at {@link io.stoa.shop.collecting.OtherStores}. */
@NullMarked
package io.stoa.shop.collecting;

import org.jspecify.annotations.NullMarked;
