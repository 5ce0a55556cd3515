@NullMarked
package io.stoa.shared;

import org.jspecify.annotations.NullMarked;
