/** Wiring. The only room of the kernel that knows Spring. */
@NullMarked
package io.vigil.autoconfigure;

import org.jspecify.annotations.NullMarked;
