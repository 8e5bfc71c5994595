/** What people say of decisions, kept beside the events, and what follows from it. */
@NullMarked
package io.vigil.logging.feedback;

import org.jspecify.annotations.NullMarked;
