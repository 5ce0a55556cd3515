/** Accounts and tokens as JSON, for administrators. */
@NullMarked
package io.stoa.staff.web;

import org.jspecify.annotations.NullMarked;
