/** Tells other systems about decisions, before the event is stored. */
@NullMarked
package io.vigil.logging.announcing;

import org.jspecify.annotations.NullMarked;
