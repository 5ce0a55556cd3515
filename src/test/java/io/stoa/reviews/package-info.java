@NullMarked
package io.stoa.reviews;

import org.jspecify.annotations.NullMarked;
