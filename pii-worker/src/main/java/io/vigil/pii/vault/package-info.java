/** Where the values behind reversible tokens are kept, encrypted and for a limited time. */
@NullMarked
package io.vigil.pii.vault;

import org.jspecify.annotations.NullMarked;
