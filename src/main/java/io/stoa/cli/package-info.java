/**
 * What {@code ./stoa} can be told to do. {@code serve}, {@code demo}, {@code doctor}, {@code backup} and {@code restore} are
 * here; other modules bring commands of their own, such as {@code import}, as a {@link io.stoa.shared.Command}: either a Spring
 * bean, for which the whole application is started without its doors, or a service listed in {@code META-INF/services},
 * which runs without Spring. What a module wants said when Stoa is ready, such as demo sign-ins, is a
 * {@link io.stoa.cli.Welcome} bean. Promises that whatever goes wrong at a start is one line that says what to do. Start
 * reading at {@link io.stoa.cli.CommandLine}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.stoa.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
