/**
 * What the house is called and how it looks: name, logo, colour, type, corners and the words it greets and thanks with. Changed
 * once, it is changed at every door within a second, on pages that are open too. Start at {@link io.stoa.brand.Brand}; the
 * colours that can be read by day and by night are made by {@link io.stoa.brand.Palette}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access", "page"})
package io.stoa.brand;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
