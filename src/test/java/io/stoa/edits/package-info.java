/** Tests of changes of many articles. */
@NullMarked
package io.stoa.edits;

import org.jspecify.annotations.NullMarked;
