/** X and Z reports in words, for paper and screen: the same lines at the till and in the back office. */
@NullMarked
@CheckReturnValue
@NamedInterface
package io.stoa.drawer.paper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
