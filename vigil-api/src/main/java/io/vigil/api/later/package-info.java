/** Work that nobody waits for: accepts a text and tells how far it is. */
@NullMarked
package io.vigil.api.later;

import org.jspecify.annotations.NullMarked;
