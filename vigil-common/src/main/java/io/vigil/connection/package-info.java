/** The one connection of a process: settings, life cycle, journal. */
@NullMarked
package io.vigil.connection;

import org.jspecify.annotations.NullMarked;
