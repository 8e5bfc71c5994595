/** Branch B: how close a text comes to known attacks, and to known harmless texts. */
@NullMarked
package io.vigil.detection.semantic;

import org.jspecify.annotations.NullMarked;
