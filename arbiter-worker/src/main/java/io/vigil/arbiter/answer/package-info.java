/** From a verdict to what the asker and the event log get. */
@NullMarked
package io.vigil.arbiter.answer;

import org.jspecify.annotations.NullMarked;
