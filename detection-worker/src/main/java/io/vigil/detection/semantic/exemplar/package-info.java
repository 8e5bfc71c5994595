/** The texts that others are compared with: those that come with the worker, and those that operators add. */
@NullMarked
package io.vigil.detection.semantic.exemplar;

import org.jspecify.annotations.NullMarked;
