/** What is stuck on a parcel: its label as a PDF. Start at {@link io.stoa.register.labels.ParcelLabel}. */
@NullMarked
package io.stoa.register.labels;

import org.jspecify.annotations.NullMarked;
