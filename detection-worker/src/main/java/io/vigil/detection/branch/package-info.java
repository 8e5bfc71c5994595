/** What a detection branch is. */
@NullMarked
package io.vigil.detection.branch;

import org.jspecify.annotations.NullMarked;
