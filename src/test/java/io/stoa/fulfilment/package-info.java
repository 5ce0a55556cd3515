@NullMarked
package io.stoa.fulfilment;

import org.jspecify.annotations.NullMarked;
