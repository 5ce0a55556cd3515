/** The outbox in the back office: {@link io.stoa.mail.web.MailPage}. */
@NullMarked
package io.stoa.mail.web;

import org.jspecify.annotations.NullMarked;
