/** Personal data in annotated texts: what is there, what was found, and how the two agree. */
@NullMarked
package io.vigil.eval.annotation;

import org.jspecify.annotations.NullMarked;
