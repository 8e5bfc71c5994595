/** Whoever decides about a text, and what an evaluation reads off the decision. */
@NullMarked
package io.vigil.eval.guard;

import org.jspecify.annotations.NullMarked;
