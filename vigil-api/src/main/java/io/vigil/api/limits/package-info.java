/** How much a key and a tenant may send: token buckets, in Redis for all gateways together or in this process. */
@NullMarked
package io.vigil.api.limits;

import org.jspecify.annotations.NullMarked;
