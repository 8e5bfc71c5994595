/** The six detectors, each with a sub-score from 0 to 100. */
@NullMarked
package io.vigil.detection.heuristics.detector;

import org.jspecify.annotations.NullMarked;
