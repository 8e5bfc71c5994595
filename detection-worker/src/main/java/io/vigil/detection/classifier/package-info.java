/** Branch C: a trained classifier that reads the text window by window. */
@NullMarked
package io.vigil.detection.classifier;

import org.jspecify.annotations.NullMarked;
