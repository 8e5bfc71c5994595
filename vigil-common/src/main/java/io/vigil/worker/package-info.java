/** The loop: pull, decode, handle, publish the next message, settle. */
@NullMarked
package io.vigil.worker;

import org.jspecify.annotations.NullMarked;
