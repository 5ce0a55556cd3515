/** The staff in the back office: who works here, what each may do, where they are signed in, and their way to a password. */
@NullMarked
package io.stoa.office.people;

import org.jspecify.annotations.NullMarked;
