/** The stages of the workers in this process, with their shipped settings and without a broker. */
@NullMarked
package io.vigil.eval.embedded;

import org.jspecify.annotations.NullMarked;
