/** Remembers accepted requests and reads their results: the bucket vigil-results. */
@NullMarked
package io.vigil.api.results;

import org.jspecify.annotations.NullMarked;
