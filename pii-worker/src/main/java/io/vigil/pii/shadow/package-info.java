/** A text as recognisers read it: one spelling for digits, dashes and spaces, with the way back. */
@NullMarked
package io.vigil.pii.shadow;

import org.jspecify.annotations.NullMarked;
