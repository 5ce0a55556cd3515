@NullMarked
package io.stoa.purchasing;

import org.jspecify.annotations.NullMarked;
