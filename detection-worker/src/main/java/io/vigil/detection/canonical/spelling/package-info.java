/** Words written so that a search does not find them: spaced, stretched, leet, cut by markup, rotated. */
@NullMarked
package io.vigil.detection.canonical.spelling;

import org.jspecify.annotations.NullMarked;
