/**
 * The account that an import gives of itself: how far it is ({@link io.stoa.imports.account.Progress}), what it counted and
 * added up ({@link io.stoa.imports.account.Tallies}), which rows it turned away and why
 * ({@link io.stoa.imports.account.Rejects}, {@link io.stoa.imports.account.Refused}), and all of it at the end ({@link io.stoa.imports.account.ImportReport}).
 */
@NullMarked
@CheckReturnValue
@NamedInterface("account")
package io.stoa.imports.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
