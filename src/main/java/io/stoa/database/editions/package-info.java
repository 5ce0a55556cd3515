/** Documents of the house that are kept in every version. Start at {@link io.stoa.database.editions.Editions}. */
@NullMarked
@CheckReturnValue
package io.stoa.database.editions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
