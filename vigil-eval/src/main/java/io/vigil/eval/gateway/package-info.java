/** A running gateway as the one who decides. */
@NullMarked
package io.vigil.eval.gateway;

import org.jspecify.annotations.NullMarked;
