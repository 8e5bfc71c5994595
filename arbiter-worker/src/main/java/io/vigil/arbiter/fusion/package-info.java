/** From branch reports to one score: weights, then boosts. Pure. */
@NullMarked
package io.vigil.arbiter.fusion;

import org.jspecify.annotations.NullMarked;
