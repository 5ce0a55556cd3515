/** Text messages against a carrier that fails, delays and repeats. */
@NullMarked
package io.stoa.sms;

import org.jspecify.annotations.NullMarked;
