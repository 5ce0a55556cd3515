@NullMarked
package io.stoa.mail;

import org.jspecify.annotations.NullMarked;
