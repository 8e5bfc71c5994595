/** Keeps what came of requests that nobody waits for. */
@NullMarked
package io.vigil.result;

import org.jspecify.annotations.NullMarked;
