/** The load driver: open or closed loop over keep-alive connections to a gateway on this machine. */
@NullMarked
package io.vigil.cli.bench;

import org.jspecify.annotations.NullMarked;
