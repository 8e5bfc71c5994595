/** What the tests of the gateway share: the gateway itself, a caller, and somebody who plays the pipeline. */
@NullMarked
package io.vigil.api.testing;

import org.jspecify.annotations.NullMarked;
