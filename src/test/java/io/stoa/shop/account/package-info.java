@NullMarked
package io.stoa.shop.account;

import org.jspecify.annotations.NullMarked;
