/** Looking through a text with every engine there is, under the settings in force. */
@NullMarked
package io.vigil.pii.search;

import org.jspecify.annotations.NullMarked;
