/** Sends results to the addresses that callers named, signed, and nowhere else. */
@NullMarked
package io.vigil.api.callback;

import org.jspecify.annotations.NullMarked;
