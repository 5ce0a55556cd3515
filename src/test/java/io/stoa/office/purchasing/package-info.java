@NullMarked
package io.stoa.office.purchasing;

import org.jspecify.annotations.NullMarked;
