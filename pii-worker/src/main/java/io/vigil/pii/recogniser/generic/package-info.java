/** Recognisers of values that are the same in every country. */
@NullMarked
package io.vigil.pii.recogniser.generic;

import org.jspecify.annotations.NullMarked;
