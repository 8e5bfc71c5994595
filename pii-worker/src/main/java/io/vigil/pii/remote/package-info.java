/** Clients of the services that may stand beside the embedded engines. */
@NullMarked
package io.vigil.pii.remote;

import org.jspecify.annotations.NullMarked;
