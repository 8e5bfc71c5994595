/** From what was found to what stands in its place. */
@NullMarked
package io.vigil.pii.hide;

import org.jspecify.annotations.NullMarked;
