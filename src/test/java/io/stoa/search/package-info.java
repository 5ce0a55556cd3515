@NullMarked
package io.stoa.search;

import org.jspecify.annotations.NullMarked;
