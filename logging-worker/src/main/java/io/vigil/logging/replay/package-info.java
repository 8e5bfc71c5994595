/** What another policy would have decided about the events of the log. */
@NullMarked
package io.vigil.logging.replay;

import org.jspecify.annotations.NullMarked;
