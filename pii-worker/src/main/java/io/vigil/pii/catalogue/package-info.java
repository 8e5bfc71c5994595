/** Every recogniser that comes with the worker, and what is said about each. */
@NullMarked
package io.vigil.pii.catalogue;

import org.jspecify.annotations.NullMarked;
