/** Words that mean the same in a search, kept in the back office. */
@NullMarked
package io.stoa.office.synonyms;

import org.jspecify.annotations.NullMarked;
