package io.vigil.delivery;

import java.util.List;

/** What became of one message in one stage. The kernel, and only the kernel, settles the message accordingly. */
public sealed interface Outcome {

    /** The work is done; these messages are the result. */
    record Produced(List<Emission> emissions) implements Outcome {
        public Produced {
            emissions = List.copyOf(emissions);
        }
    }

    /** Not now. Delivered again after the delay that the consumer's schedule names for this attempt. */
    record RetryLater(Failure failure) implements Outcome {}

    /** Never. Goes to the dead letters at once. */
    record Rejected(Failure failure) implements Outcome {}

    /** The work is done and nothing follows. */
    static Outcome done() {
        return new Produced(List.of());
    }

    /** The work is done; these messages are the result. */
    static Outcome produced(Emission... emissions) {
        return new Produced(List.of(emissions));
    }

    /** Chooses by the failure's kind. */
    static Outcome failed(Failure failure) {
        return switch (failure.kind()) {
            case TRANSIENT -> new RetryLater(failure);
            case PERMANENT -> new Rejected(failure);
        };
    }
}
