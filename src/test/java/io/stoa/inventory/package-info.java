@NullMarked
package io.stoa.inventory;

import org.jspecify.annotations.NullMarked;
