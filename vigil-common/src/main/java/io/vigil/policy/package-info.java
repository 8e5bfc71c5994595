/** The knobs of the decision: validated records that may change while the service runs. Knows no other room. */
@NullMarked
package io.vigil.policy;

import org.jspecify.annotations.NullMarked;
