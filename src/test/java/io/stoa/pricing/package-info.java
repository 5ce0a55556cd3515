@NullMarked
package io.stoa.pricing;

import org.jspecify.annotations.NullMarked;
