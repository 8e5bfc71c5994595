/** What branches B and C share beside the encoder itself. */
@NullMarked
package io.vigil.detection.encoder;

import org.jspecify.annotations.NullMarked;
