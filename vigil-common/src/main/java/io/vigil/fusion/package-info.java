/** From branch reports to one score: weights, then boosts. Pure. */
@NullMarked
package io.vigil.fusion;

import org.jspecify.annotations.NullMarked;
