/** Tests of the staff in the back office. */
@NullMarked
package io.stoa.office.people;

import org.jspecify.annotations.NullMarked;
