/** What the house buys, in the back office: purchase orders, one to be placed and counted in, suppliers, and what runs short. */
@NullMarked
package io.stoa.office.purchasing;

import org.jspecify.annotations.NullMarked;
