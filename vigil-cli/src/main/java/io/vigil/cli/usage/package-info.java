/** CPU time and memory of processes, from {@code /proc}. */
@NullMarked
package io.vigil.cli.usage;

import org.jspecify.annotations.NullMarked;
