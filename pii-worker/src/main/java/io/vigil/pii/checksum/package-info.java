/** Check digits and other proof inside a value. Pure functions. */
@NullMarked
package io.vigil.pii.checksum;

import org.jspecify.annotations.NullMarked;
