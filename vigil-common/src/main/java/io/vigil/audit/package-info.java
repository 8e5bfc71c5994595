/** Who changed what, kept for a year. */
@NullMarked
package io.vigil.audit;

import org.jspecify.annotations.NullMarked;
