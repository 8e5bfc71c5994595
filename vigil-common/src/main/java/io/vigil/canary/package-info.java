/** Marks for system prompts, and how to find them again. */
@NullMarked
package io.vigil.canary;

import org.jspecify.annotations.NullMarked;
