/** What the program's own log says, as {@code logback-spring.xml} asks for it: without card numbers. */
@NullMarked
@CheckReturnValue
package io.stoa.shared.logs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
