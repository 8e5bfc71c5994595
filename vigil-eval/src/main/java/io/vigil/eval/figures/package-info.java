/** From decisions to figures: of everything, of each file, kind and language. */
@NullMarked
package io.vigil.eval.figures;

import org.jspecify.annotations.NullMarked;
