/** How sub-scores become the score of the branch. */
@NullMarked
package io.vigil.detection.heuristics.scoring;

import org.jspecify.annotations.NullMarked;
