/** Words that stand beside a value and speak for it or against it. */
@NullMarked
package io.vigil.pii.recogniser.context;

import org.jspecify.annotations.NullMarked;
