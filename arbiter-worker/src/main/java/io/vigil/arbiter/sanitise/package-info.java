/** What a text looks like without personal data and attack spans. Pure. */
@NullMarked
package io.vigil.arbiter.sanitise;

import org.jspecify.annotations.NullMarked;
