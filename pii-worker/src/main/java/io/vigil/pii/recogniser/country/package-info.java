/** Recognisers of what one country issues: a class for each country. */
@NullMarked
package io.vigil.pii.recogniser.country;

import org.jspecify.annotations.NullMarked;
