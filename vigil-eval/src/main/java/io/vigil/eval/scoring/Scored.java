package io.vigil.eval.scoring;

import io.vigil.eval.guard.Judgement;
import io.vigil.eval.sample.Sample;

/** A text and what was decided about it. */
public record Scored(Sample sample, Judgement judgement) {}
