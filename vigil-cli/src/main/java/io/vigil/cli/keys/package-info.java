/** API keys from the command line. */
@NullMarked
package io.vigil.cli.keys;

import org.jspecify.annotations.NullMarked;
