/** Articles in the back office: the list, and changes of many of them, looked at before they are made and taken back after. */
@NullMarked
package io.stoa.office.articles;

import org.jspecify.annotations.NullMarked;
