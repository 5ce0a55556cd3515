/**
 * What the API says of itself: to machines at {@code /api/openapi.json}, to people at {@code /api}. The page is made from the
 * document, so that it never says anything else. Start reading at {@code ApiDescription} (what goes into the document) and
 * {@code Reference} (what the page shows of it).
 */
@NullMarked
package io.stoa.http.reference;

import org.jspecify.annotations.NullMarked;
