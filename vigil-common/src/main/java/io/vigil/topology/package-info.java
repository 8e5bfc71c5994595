/** Every name on the broker in one place, and the provisioner that creates or updates it. */
@NullMarked
package io.vigil.topology;

import org.jspecify.annotations.NullMarked;
