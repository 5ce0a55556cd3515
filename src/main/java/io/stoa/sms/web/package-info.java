/** Text messages in the back office: {@code SmsPage}. */
@NullMarked
package io.stoa.sms.web;

import org.jspecify.annotations.NullMarked;
