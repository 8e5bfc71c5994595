/** Branches behind HTTP: the contracts of the existing services, a time limit and a circuit breaker each. */
@NullMarked
package io.vigil.detection.remote;

import org.jspecify.annotations.NullMarked;
