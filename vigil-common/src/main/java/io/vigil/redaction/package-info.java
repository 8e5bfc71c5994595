/** Taking parts out of a text: pure functions over positions, shared by everybody who hides something. */
@NullMarked
package io.vigil.redaction;

import org.jspecify.annotations.NullMarked;
