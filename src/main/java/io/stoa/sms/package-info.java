/**
 * Text messages to customers. {@link io.stoa.sms.Sms#write} puts one into the outbox in the transaction of what causes it;
 * {@code Courier} hands what waits to a {@code Carrier}, of which there is one, {@code Twilio}. At least once and not without
 * end: where an answer got lost, the carrier is asked whether it has the message before it is given again. Without a carrier
 * messages wait until they are of no use any more. Codes in a message are sealed until it is sent and then forgotten.
 */
@NullMarked
@CheckReturnValue
package io.stoa.sms;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
