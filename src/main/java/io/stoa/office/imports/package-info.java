/** Files of articles: brought in, looked at as a change of many articles before anything is written, and taken back as one. */
@NullMarked
package io.stoa.office.imports;

import org.jspecify.annotations.NullMarked;
