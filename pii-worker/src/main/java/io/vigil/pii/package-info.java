/** The PII stage: finds personal data in a text and names its language. */
@NullMarked
package io.vigil.pii;

import org.jspecify.annotations.NullMarked;
