/** A stack on this machine: runs a plan, writes its logs, tells other terminals about it. */
@NullMarked
package io.vigil.cli.local;

import org.jspecify.annotations.NullMarked;
