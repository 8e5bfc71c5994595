/** The families of patterns in force: read, checked, followed while the worker runs, and asked about. */
@NullMarked
package io.vigil.detection.patterns;

import org.jspecify.annotations.NullMarked;
