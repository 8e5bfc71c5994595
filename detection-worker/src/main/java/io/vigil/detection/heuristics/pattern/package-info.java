/** The pattern library: families of known attacks as data, and the matcher that finds them in linear time. */
@NullMarked
package io.vigil.detection.heuristics.pattern;

import org.jspecify.annotations.NullMarked;
