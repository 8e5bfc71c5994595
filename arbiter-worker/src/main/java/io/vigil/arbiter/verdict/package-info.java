/** From a message and a policy to one verdict. Pure. */
@NullMarked
package io.vigil.arbiter.verdict;

import org.jspecify.annotations.NullMarked;
