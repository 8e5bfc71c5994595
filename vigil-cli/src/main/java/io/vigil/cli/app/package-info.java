/** Prepares the services for a quick start: unpacked, with a cache of loaded classes. */
@NullMarked
package io.vigil.cli.app;

import org.jspecify.annotations.NullMarked;
