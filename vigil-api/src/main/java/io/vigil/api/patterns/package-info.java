/** The families of attack patterns for those who change them: a detection worker reads, the bucket keeps. */
@NullMarked
package io.vigil.api.patterns;

import org.jspecify.annotations.NullMarked;
