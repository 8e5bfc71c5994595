/** What a running stack tells other terminals: a small file in {@code .vigil/run}. */
@NullMarked
package io.vigil.cli.state;

import org.jspecify.annotations.NullMarked;
