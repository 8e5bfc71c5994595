package io.vigil.publicevent;

import static java.util.Objects.requireNonNull;

/**
 * Another revision of a document of the configuration is in force.
 *
 * @param document which one, e.g. {@code arbiter}, or {@code patterns/injection} for a family of patterns
 * @param revision the one in force now, 1 or more
 * @param previousRevision the one before; 0 is the built-in default
 * @param actor public id of the key that did it, or the name of a service
 */
public record PolicyChanged(String document, long revision, long previousRevision, String actor)
        implements PublicEvent {

    public PolicyChanged {
        requireNonNull(document, "document");
        requireNonNull(actor, "actor");
    }

    @Override
    public String name() {
        return "policy_changed";
    }
}
