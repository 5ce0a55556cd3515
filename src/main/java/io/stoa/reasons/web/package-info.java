/** "Why?" over HTTP. */
@NullMarked
package io.stoa.reasons.web;

import org.jspecify.annotations.NullMarked;
