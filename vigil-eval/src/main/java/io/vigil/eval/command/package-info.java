/** The command line of the evaluation. */
@NullMarked
package io.vigil.eval.command;

import org.jspecify.annotations.NullMarked;
