/** What a text says once its disguises are taken off, as views that remember where each character came from. */
@NullMarked
package io.vigil.detection.canonical;

import org.jspecify.annotations.NullMarked;
