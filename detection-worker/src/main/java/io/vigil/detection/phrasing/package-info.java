/** How a text is phrased, as a sign of attack where no classifier reads it. */
@NullMarked
package io.vigil.detection.phrasing;

import org.jspecify.annotations.NullMarked;
