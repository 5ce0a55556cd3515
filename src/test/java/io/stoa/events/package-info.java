@NullMarked
package io.stoa.events;

import org.jspecify.annotations.NullMarked;
