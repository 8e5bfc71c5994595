/** Questions to the event log and its answers, as they travel between the gateway and the logging worker. Records only. */
@NullMarked
package io.vigil.eventlog;

import org.jspecify.annotations.NullMarked;
