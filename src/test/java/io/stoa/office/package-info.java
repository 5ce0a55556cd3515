/** Tests of the back office's pages. */
@NullMarked
package io.stoa.office;

import org.jspecify.annotations.NullMarked;
