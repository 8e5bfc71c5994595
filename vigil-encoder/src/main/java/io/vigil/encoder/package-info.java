/** From text to the numbers that a transformer of BERT's kind takes, and the transformer itself, in ONNX Runtime. */
@NullMarked
package io.vigil.encoder;

import org.jspecify.annotations.NullMarked;
