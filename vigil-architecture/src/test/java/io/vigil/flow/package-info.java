/** The whole system, every service in a process of its own, on real servers. */
@NullMarked
package io.vigil.flow;

import org.jspecify.annotations.NullMarked;
