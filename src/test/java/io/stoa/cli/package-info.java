/** What the commands say and do, run as processes of their own, as somebody at a terminal runs them. */
@NullMarked
package io.stoa.cli;

import org.jspecify.annotations.NullMarked;
