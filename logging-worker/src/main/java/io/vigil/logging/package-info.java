/** Takes decision events off the queue and stores them, in batches, exactly once. */
@NullMarked
package io.vigil.logging;

import org.jspecify.annotations.NullMarked;
