/** Configuration that changes while the service runs, read from a key-value bucket. */
@NullMarked
package io.vigil.liveconfig;

import org.jspecify.annotations.NullMarked;
