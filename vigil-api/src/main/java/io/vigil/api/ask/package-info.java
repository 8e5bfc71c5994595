/** Publishes a submission and waits for its decision. The only room besides the micro service that knows the broker. */
@NullMarked
package io.vigil.api.ask;

import org.jspecify.annotations.NullMarked;
