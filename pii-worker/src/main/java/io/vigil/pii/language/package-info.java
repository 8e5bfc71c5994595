/** Which language a text is written in. */
@NullMarked
package io.vigil.pii.language;

import org.jspecify.annotations.NullMarked;
