/** Tests of the database: what was committed stays, whatever is killed. Start at {@code EmbeddedPostgresTest}. */
@NullMarked
package io.stoa.database;

import org.jspecify.annotations.NullMarked;
