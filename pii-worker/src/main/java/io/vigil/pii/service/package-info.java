/** Personal data on request: analyse, redact, restore, as a NATS micro service. */
@NullMarked
package io.vigil.pii.service;

import org.jspecify.annotations.NullMarked;
