/** The work of places as JSON resources under {@code /api/v1/shipments}: each step is a resource to post to. */
@NullMarked
package io.stoa.fulfilment.web;

import org.jspecify.annotations.NullMarked;
