/** Dead letters from the command line. */
@NullMarked
package io.vigil.cli.deadletter;

import org.jspecify.annotations.NullMarked;
