/** Recognisers of keys and tokens: what opens a door rather than names a person. */
@NullMarked
package io.vigil.pii.recogniser.secrets;

import org.jspecify.annotations.NullMarked;
