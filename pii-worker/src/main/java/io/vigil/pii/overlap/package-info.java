/** One rule for values that claim the same characters. */
@NullMarked
package io.vigil.pii.overlap;

import org.jspecify.annotations.NullMarked;
