package io.vigil.cli.bench;

/** How one request ended. */
sealed interface Verdict {

    /** The gateway decided. */
    record Decided(String decision) implements Verdict {}

    /**
     * No decision.
     *
     * @param kind short and one of few: {@code HTTP 503}, {@code timeout}, {@code connect}, {@code wrong answer}, …
     */
    record Failed(String kind) implements Verdict {}
}
