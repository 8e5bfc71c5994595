/** The contract: what travels between the gateway and the workers. Records only; no broker, no framework. */
@NullMarked
package io.vigil.message;

import org.jspecify.annotations.NullMarked;
