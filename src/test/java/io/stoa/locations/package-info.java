@NullMarked
package io.stoa.locations;

import org.jspecify.annotations.NullMarked;
