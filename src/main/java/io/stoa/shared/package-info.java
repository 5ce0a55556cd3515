/**
 * The handful of values that every module speaks: {@link io.stoa.shared.Money}, {@link io.stoa.shared.Sku},
 * {@link io.stoa.shared.LocationId}, {@link io.stoa.shared.Touchpoint}, and {@link io.stoa.shared.GroupCommit}, which
 * turns concurrent requests into one durable write. Nothing here knows a table of another module.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.stoa.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
