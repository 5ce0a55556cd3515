/** Scanning an article on a shelf with the phone: by a live camera, by a photograph, by hand. Start at {@code ScanPages}. */
@NullMarked
package io.stoa.shop.scan;

import org.jspecify.annotations.NullMarked;
