@NullMarked
package io.stoa.returns;

import org.jspecify.annotations.NullMarked;
