/** Tests of what is kept of files that were brought to the office, and for how long. */
@NullMarked
package io.stoa.imports.uploads;

import org.jspecify.annotations.NullMarked;
