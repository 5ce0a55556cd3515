@NullMarked
package io.stoa.catalog.web;

import org.jspecify.annotations.NullMarked;
