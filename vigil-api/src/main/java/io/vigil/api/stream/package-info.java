/** Guards an output while it is written: pieces come in, what is harmless goes out. */
@NullMarked
package io.vigil.api.stream;

import org.jspecify.annotations.NullMarked;
