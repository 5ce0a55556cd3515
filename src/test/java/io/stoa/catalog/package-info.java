@NullMarked
package io.stoa.catalog;

import org.jspecify.annotations.NullMarked;
