/** One class per command of {@code ./vigil}. */
@NullMarked
package io.vigil.cli.command;

import org.jspecify.annotations.NullMarked;
