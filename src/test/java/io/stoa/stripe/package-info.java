@NullMarked
package io.stoa.stripe;

import org.jspecify.annotations.NullMarked;
