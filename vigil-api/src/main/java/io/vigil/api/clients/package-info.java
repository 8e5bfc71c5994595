/** What the clients of the v1 API that exist already send, and what they must get: one pipeline, other words. */
@NullMarked
package io.vigil.api.clients;

import org.jspecify.annotations.NullMarked;
