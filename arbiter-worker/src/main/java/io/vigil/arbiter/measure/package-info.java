/** What the arbiter counts. */
@NullMarked
package io.vigil.arbiter.measure;

import org.jspecify.annotations.NullMarked;
