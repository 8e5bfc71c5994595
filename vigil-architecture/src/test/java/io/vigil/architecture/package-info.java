/** Rules about the structure of the code, one class each, and the documents that are built from it. */
@NullMarked
package io.vigil.architecture;

import org.jspecify.annotations.NullMarked;
