/** One check from the bytes of a body to the answer or the problem, whatever carries it. */
@NullMarked
package io.vigil.api.check;

import org.jspecify.annotations.NullMarked;
