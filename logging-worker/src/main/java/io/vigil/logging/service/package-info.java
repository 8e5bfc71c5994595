/** The event log as a NATS micro service. */
@NullMarked
package io.vigil.logging.service;

import org.jspecify.annotations.NullMarked;
