/** Who calls, and what the caller may do. */
@NullMarked
package io.vigil.api.access;

import org.jspecify.annotations.NullMarked;
