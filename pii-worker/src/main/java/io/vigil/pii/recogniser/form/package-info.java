/** Ways of writing an identifier, and one automaton that finds them all in one pass. */
@NullMarked
package io.vigil.pii.recogniser.form;

import org.jspecify.annotations.NullMarked;
