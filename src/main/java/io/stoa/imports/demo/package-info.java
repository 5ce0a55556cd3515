/** The open data that travels with Stoa, loaded for the demo. Start at {@link io.stoa.imports.demo.DemoData}. */
@NullMarked
@CheckReturnValue
@NamedInterface("demo")
package io.stoa.imports.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
