/** The arbiter: one decision from all reports, the answer to the asker and the event for the log. */
@NullMarked
package io.vigil.arbiter;

import org.jspecify.annotations.NullMarked;
