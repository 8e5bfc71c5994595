/** The event log on the terminal: list, explain, and what another policy would have decided. */
@NullMarked
package io.vigil.cli.events;

import org.jspecify.annotations.NullMarked;
