/** Messages that were given up: published, swept, listed, sent back. */
@NullMarked
package io.vigil.deadletter;

import org.jspecify.annotations.NullMarked;
