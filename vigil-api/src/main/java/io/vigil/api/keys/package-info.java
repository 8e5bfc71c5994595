/** API keys: how they look, where they are kept, who may change them. Nobody keeps the text of one. */
@NullMarked
package io.vigil.api.keys;

import org.jspecify.annotations.NullMarked;
