/** Questions to the event log: read only, parameterised, and bounded in time, rows and memory. */
@NullMarked
package io.vigil.logging.query;

import org.jspecify.annotations.NullMarked;
