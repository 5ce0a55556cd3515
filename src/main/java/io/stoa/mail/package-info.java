/**
 * Mail to customers. {@link io.stoa.mail.Mail#write} puts a message into the outbox in the transaction of what causes it, so
 * that neither is there without the other; {@code Postman} sends what waits over SMTP, at least once, always under the same
 * Message-ID. What the server refuses for good is set aside with its words, and nothing is dropped in silence. Without a
 * server messages wait. Secrets in a message, such as codes, are sealed until it is sent and then forgotten.
 */
@NullMarked
@CheckReturnValue
package io.stoa.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
