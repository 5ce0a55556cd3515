/** What customers say about articles, as the back office reads and hides it. */
@NullMarked
package io.stoa.office.reviews;

import org.jspecify.annotations.NullMarked;
