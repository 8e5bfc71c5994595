/** What recognisers have in common: how they are described, switched on and run. */
@NullMarked
package io.vigil.pii.recogniser;

import org.jspecify.annotations.NullMarked;
