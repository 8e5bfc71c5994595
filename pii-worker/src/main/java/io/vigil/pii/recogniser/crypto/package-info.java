/** Recognisers of addresses of crypto-currencies. */
@NullMarked
package io.vigil.pii.recogniser.crypto;

import org.jspecify.annotations.NullMarked;
