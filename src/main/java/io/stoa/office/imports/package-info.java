/**
 * Files brought to the back office: of articles that are there, looked at as a change of many before anything is written, and taken
 * back as one; and of new articles, stock and customers, checked before they are imported.
 */
@NullMarked
package io.stoa.office.imports;

import org.jspecify.annotations.NullMarked;
