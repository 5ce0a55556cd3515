@NullMarked
package io.stoa.imports;

import org.jspecify.annotations.NullMarked;
