/** Questions to the event log: from HTTP to the logging workers' micro service, and back. */
@NullMarked
package io.vigil.api.events;

import org.jspecify.annotations.NullMarked;
