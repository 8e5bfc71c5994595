/** What a detector is measured by, with 95 % intervals. Numbers in, numbers out. */
@NullMarked
package io.vigil.eval.metric;

import org.jspecify.annotations.NullMarked;
