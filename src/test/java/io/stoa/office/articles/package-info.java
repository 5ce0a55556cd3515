/** Tests of articles in the back office. */
@NullMarked
package io.stoa.office.articles;

import org.jspecify.annotations.NullMarked;
