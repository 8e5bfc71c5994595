/** What to do with an outcome. Pure: no I/O, no clock. */
@NullMarked
package io.vigil.delivery;

import org.jspecify.annotations.NullMarked;
