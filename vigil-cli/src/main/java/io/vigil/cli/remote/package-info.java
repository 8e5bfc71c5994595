/** The gateway's interface as the commands use it. */
@NullMarked
package io.vigil.cli.remote;

import org.jspecify.annotations.NullMarked;
