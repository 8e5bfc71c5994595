/** Runs the branches of one request, each within its time, and gathers one report from each. */
@NullMarked
package io.vigil.detection.cascade;

import org.jspecify.annotations.NullMarked;
