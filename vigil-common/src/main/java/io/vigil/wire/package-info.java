/** Bytes and headers to records, and back. */
@NullMarked
package io.vigil.wire;

import org.jspecify.annotations.NullMarked;
