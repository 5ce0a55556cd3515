@NullMarked
package io.stoa.shop.places;

import org.jspecify.annotations.NullMarked;
