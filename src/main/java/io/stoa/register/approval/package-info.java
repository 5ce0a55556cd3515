/** What an associate does only with a manager's word. Start at {@link io.stoa.register.approval.Approvals}. */
@NullMarked
@CheckReturnValue
package io.stoa.register.approval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
