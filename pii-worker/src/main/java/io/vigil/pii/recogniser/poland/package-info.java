/** Recognisers of Polish identifiers. */
@NullMarked
package io.vigil.pii.recogniser.poland;

import org.jspecify.annotations.NullMarked;
