/** The gateway: from HTTP to the work queue and back. */
@NullMarked
package io.vigil.api;

import org.jspecify.annotations.NullMarked;
