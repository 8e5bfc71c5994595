/** The policy and the patterns from the command line. */
@NullMarked
package io.vigil.cli.policy;

import org.jspecify.annotations.NullMarked;
