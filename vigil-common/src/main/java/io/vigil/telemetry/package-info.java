/** Names of meters and the health of what the process depends on. */
@NullMarked
package io.vigil.telemetry;

import org.jspecify.annotations.NullMarked;
