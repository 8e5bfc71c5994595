package io.vigil.publicevent;

import io.vigil.topology.Subjects;

/**
 * Something that happened and that other systems may know. A schema under {@code docs/events} goes with each; a change
 * that takes a field away or gives it another meaning is a new record with the next version.
 */
public sealed interface PublicEvent permits DecisionMade, PolicyChanged, KeyRevoked, DeadLetterRedriven {

    /** What happened, in {@code a-z _}, e.g. {@code decision_made}. */
    String name();

    /** Version of the schema, 1 or more. */
    default int version() {
        return 1;
    }

    /** Where it is published, and the type that the event itself names. */
    default String subject() {
        return Subjects.event(name(), version());
    }
}
