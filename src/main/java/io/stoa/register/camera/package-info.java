/** The till scans with the camera of its tablet or phone where no scanner is at hand. Start at {@code FramePage}. */
@NullMarked
package io.stoa.register.camera;

import org.jspecify.annotations.NullMarked;
