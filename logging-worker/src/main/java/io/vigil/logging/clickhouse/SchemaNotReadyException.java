package io.vigil.logging.clickhouse;

/** The schema cannot be made yet, or is not the one that this worker knows; the message says which step and why. */
public final class SchemaNotReadyException extends RuntimeException {

    SchemaNotReadyException(String message) {
        super(message);
    }
}
