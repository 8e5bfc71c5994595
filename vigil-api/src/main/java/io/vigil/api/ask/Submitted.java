package io.vigil.api.ask;

/** What came of handing a submission over. */
public sealed interface Submitted {

    /**
     * The stream holds it.
     *
     * @param sequence its place in the stream
     */
    record Stored(long sequence) implements Submitted {}

    /** The stream did not take it, or did not say so in time. */
    record NotStored(Refusal reason) implements Submitted {}
}
