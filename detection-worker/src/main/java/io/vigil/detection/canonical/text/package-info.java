/** Text with a map back to the original, and the count of what was changed on the way. */
@NullMarked
package io.vigil.detection.canonical.text;

import org.jspecify.annotations.NullMarked;
