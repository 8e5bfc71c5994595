/** Names by a token classification model that the operator brings, beside the grammars. */
@NullMarked
package io.vigil.pii.tagger;

import org.jspecify.annotations.NullMarked;
