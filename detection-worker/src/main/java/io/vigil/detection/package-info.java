/** The detection stage: a text comes in, one report per branch goes out. */
@NullMarked
package io.vigil.detection;

import org.jspecify.annotations.NullMarked;
