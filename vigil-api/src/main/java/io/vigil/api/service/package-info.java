/** The NATS micro service: the same check for callers that speak NATS. */
@NullMarked
package io.vigil.api.service;

import org.jspecify.annotations.NullMarked;
