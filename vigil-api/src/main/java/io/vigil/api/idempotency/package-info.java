/** The same request sent twice under one key is worked on once. */
@NullMarked
package io.vigil.api.idempotency;

import org.jspecify.annotations.NullMarked;
