/** Tests of the whole house; what they stand on is {@link io.stoa.StoaTest}. */
@NullMarked
package io.stoa;

import org.jspecify.annotations.NullMarked;
