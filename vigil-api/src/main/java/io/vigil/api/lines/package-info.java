/** Bodies of one line after the other. */
@NullMarked
package io.vigil.api.lines;

import org.jspecify.annotations.NullMarked;
