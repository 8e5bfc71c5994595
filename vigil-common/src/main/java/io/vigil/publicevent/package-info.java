/** What other systems are told: versioned events in the stream {@code VIGIL_EVENTS}, as CloudEvents. */
@NullMarked
package io.vigil.publicevent;

import org.jspecify.annotations.NullMarked;
