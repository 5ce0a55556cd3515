/** What came back and is going to, and the policy of it, in the back office. Start at {@code ReturnsPage}. */
@NullMarked
package io.stoa.office.returns;

import org.jspecify.annotations.NullMarked;
