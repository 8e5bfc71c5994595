/** Figures for people and programs. */
@NullMarked
package io.vigil.eval.report;

import org.jspecify.annotations.NullMarked;
