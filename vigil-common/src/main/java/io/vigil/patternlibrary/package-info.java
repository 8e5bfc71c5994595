/** Questions about attack patterns and their answers, as they travel between the gateway and a detection worker. Records only. */
@NullMarked
package io.vigil.patternlibrary;

import org.jspecify.annotations.NullMarked;
