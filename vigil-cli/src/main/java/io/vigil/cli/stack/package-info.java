/** What the local stack consists of: ports, folders, environment and command line of every process. */
@NullMarked
package io.vigil.cli.stack;

import org.jspecify.annotations.NullMarked;
