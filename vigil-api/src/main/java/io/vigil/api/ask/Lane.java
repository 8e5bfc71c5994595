package io.vigil.api.ask;

import io.vigil.message.Direction;
import io.vigil.topology.Subjects;

/** Where submissions queue. */
public enum Lane {
    /** Before the workers' main consumer: for callers who wait for one answer. */
    DIRECT,
    /** In a stream of its own, before a consumer with a small bound: much of it does not delay the direct lane. */
    QUEUED;

    /** Where a submission is published; the queued lane takes texts going to a model only. */
    String subject(Direction direction) {
        return switch (this) {
            case DIRECT -> direction == Direction.INPUT ? Subjects.GUARD_INPUT : Subjects.GUARD_OUTPUT;
            case QUEUED -> Subjects.REQUESTS;
        };
    }
}
