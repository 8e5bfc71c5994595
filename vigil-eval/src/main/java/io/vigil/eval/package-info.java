/** Measures the engines on labelled texts: {@code ./vigil eval}. */
@NullMarked
package io.vigil.eval;

import org.jspecify.annotations.NullMarked;
