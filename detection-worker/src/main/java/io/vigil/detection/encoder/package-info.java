/** From text to the numbers that a transformer takes, and the transformer itself: what branches B and C share. */
@NullMarked
package io.vigil.detection.encoder;

import org.jspecify.annotations.NullMarked;
