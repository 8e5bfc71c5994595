package io.vigil.pii.recogniser;

/** Compares what a value says with what the text beside it says. Stateless; reads a bounded part of the text. */
@FunctionalInterface
public interface Witness {

    /** Says nothing. */
    Witness NONE = (text, start, end) -> 0;

    /** What to add to the score of a value whose checksum is not invalid: above 0 where both agree, below 0 where they do not. */
    double weigh(String text, int start, int end);
}
