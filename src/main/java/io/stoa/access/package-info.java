/**
 * Who comes through which door: {@link io.stoa.access.Caller} is an argument of every controller that wants to know,
 * {@link io.stoa.access.AllowedTo} says which roles a resource serves. Machines bring a bearer token, people sign in at a page.
 * The rules by path stand in {@code Doors}; start reading there. {@link io.stoa.access.SignIns} keeps who is signed in where. Who the people and tokens are is not known here:
 * {@link io.stoa.access.SignIn} and {@link io.stoa.access.TokenCheck} are answered by the modules that keep them.
 */
@NullMarked
@CheckReturnValue
package io.stoa.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
