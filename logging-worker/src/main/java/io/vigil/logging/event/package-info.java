/** From a decision event to a row of the event log; pure. */
@NullMarked
package io.vigil.logging.event;

import org.jspecify.annotations.NullMarked;
