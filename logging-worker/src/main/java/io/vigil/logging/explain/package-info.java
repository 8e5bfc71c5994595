/** Why an event was decided as it was, for people who know nothing of the system. */
@NullMarked
package io.vigil.logging.explain;

import org.jspecify.annotations.NullMarked;
