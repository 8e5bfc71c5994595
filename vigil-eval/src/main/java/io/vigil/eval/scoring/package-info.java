/** Has every text decided, several at a time. */
@NullMarked
package io.vigil.eval.scoring;

import org.jspecify.annotations.NullMarked;
