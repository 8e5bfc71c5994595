/** The command line behind {@code ./vigil}: one class per command in {@code command}, the rest are the rooms they use. */
@NullMarked
package io.vigil.cli;

import org.jspecify.annotations.NullMarked;
