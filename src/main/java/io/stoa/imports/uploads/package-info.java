/**
 * Files that somebody brings to the back office: new articles, stock or customers. Each is checked by a dry run of the import, looked
 * at, and imported in the background by the same steps, once, going on where it stood after a restart. Start at
 * {@link io.stoa.imports.uploads.Uploads}; the work is in {@code UploadRun}. Events are {@code imports.upload_brought},
 * {@code _checked}, {@code _advanced}, {@code _imported} and {@code _failed}.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("uploads")
package io.stoa.imports.uploads;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
