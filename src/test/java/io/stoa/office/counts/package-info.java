@NullMarked
package io.stoa.office.counts;

import org.jspecify.annotations.NullMarked;
