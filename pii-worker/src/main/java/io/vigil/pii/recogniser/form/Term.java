package io.vigil.pii.recogniser.form;

import java.util.BitSet;
import java.util.List;

/** An expression, read. */
sealed interface Term {

    /** One character of a set of ASCII characters. */
    record One(BitSet of) implements Term {}

    /** One after the other. */
    record Sequence(List<Term> parts) implements Term {}

    /** One of several. */
    record Choice(List<Term> options) implements Term {}

    /** At least {@code least} times and at most {@code most} times. */
    record Repeat(Term part, int least, int most) implements Term {}
}
