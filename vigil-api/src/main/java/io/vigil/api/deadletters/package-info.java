/** What people do with dead letters: find them, look at them without their texts, send them back, throw them away. */
@NullMarked
package io.vigil.api.deadletters;

import org.jspecify.annotations.NullMarked;
