/** Invisible, confusable and styled characters. */
@NullMarked
package io.vigil.detection.canonical.unicode;

import org.jspecify.annotations.NullMarked;
