package io.vigil.api.ask;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Why the stream did not take a submission. */
public enum Refusal {
    /** The work queue is at its limit, or near it; workers are behind. */
    STREAM_FULL,
    /** Nobody leads the stream: an election is on, or JetStream is away. */
    NO_LEADER,
    /** A message with the same id is being stored at this moment. */
    IN_PROCESS,
    /** No connection to any server. */
    DISCONNECTED,
    /** The message is larger than the stream or the server takes. */
    TOO_LARGE,
    /** No confirmation came in time: the submission may or may not be stored. */
    UNCONFIRMED;

    private static final int DUPLICATE_IN_PROCESS = 10158;
    private static final int STORE_FAILED = 10077;
    private static final int NO_STORAGE = 10047;
    private static final int NO_MEMORY = 10028;
    private static final int NO_RESOURCES = 10023;
    private static final int MESSAGE_TOO_LARGE = 10054;

    /** The reason behind a failed publish. Pure. */
    static Refusal of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case JetStreamApiException refused -> {
                    return ofCode(refused.getApiErrorCode());
                }
                // A status instead of a confirmation: no responders.
                case IOException ignored -> {
                    return NO_LEADER;
                }
                // The client library checks sizes before it sends.
                case IllegalArgumentException ignored -> {
                    return TOO_LARGE;
                }
                // No confirmation before the client library tidied up.
                case CancellationException ignored -> {
                    return UNCONFIRMED;
                }
                // Closed, draining, or the buffer for reconnecting is full.
                case IllegalStateException ignored -> {
                    return DISCONNECTED;
                }
                default -> {}
            }
        }
        return UNCONFIRMED;
    }

    private static Refusal ofCode(int code) {
        return switch (code) {
            case DUPLICATE_IN_PROCESS -> IN_PROCESS;
            case STORE_FAILED, NO_STORAGE, NO_MEMORY, NO_RESOURCES -> STREAM_FULL;
            case MESSAGE_TOO_LARGE -> TOO_LARGE;
            default -> NO_LEADER;
        };
    }

    /** Whether the same publish may succeed within a moment. */
    boolean passesSoon() {
        return this == NO_LEADER || this == IN_PROCESS;
    }

    /** The name used in metric tags and problem codes. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
