/** Tests of files brought to the back office. */
@NullMarked
package io.stoa.office.imports;

import org.jspecify.annotations.NullMarked;
