/** From a score and a policy to a decision: the same rules for a new text and for one that is looked at again. Pure. */
@NullMarked
package io.vigil.verdict;

import org.jspecify.annotations.NullMarked;
