/**
 * The database under everything: PostgreSQL, embedded in the home folder by default
 * ({@link io.stoa.database.EmbeddedPostgres}) or somewhere else when {@code STOA_DATABASE_URL} says so. Promises that what
 * was committed stays, through {@code kill -9} of any process: unsafe settings are refused at every start, as is a schema
 * that is newer than the program. Modules add what only they can check as a {@link io.stoa.database.Checkup} bean, which
 * {@code stoa doctor} runs. Start reading at {@link io.stoa.database.DatabaseConfiguration}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.stoa.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
