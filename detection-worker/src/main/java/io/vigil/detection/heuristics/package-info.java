/** Branch A: patterns, disguises and structure, each scored on its own and then together. */
@NullMarked
package io.vigil.detection.heuristics;

import org.jspecify.annotations.NullMarked;
