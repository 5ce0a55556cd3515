@org.jspecify.annotations.NullMarked
package io.stoa.brand;
