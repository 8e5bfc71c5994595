/** Labelled texts out of files. */
@NullMarked
package io.vigil.eval.sample;

import org.jspecify.annotations.NullMarked;
