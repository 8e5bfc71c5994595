/** What recognisers have in common: how they are declared, and how all of them read a text together. */
@NullMarked
package io.vigil.pii.recogniser;

import org.jspecify.annotations.NullMarked;
