/** Child processes: start, readiness, restart after a crash, stop in order. Knows nothing about Vigil. */
@NullMarked
package io.vigil.cli.process;

import org.jspecify.annotations.NullMarked;
