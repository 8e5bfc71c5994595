package io.vigil.deadletter;

import static java.util.Objects.requireNonNull;

import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import io.vigil.connection.NatsFrames;
import io.vigil.wire.Frame;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A message read from a stream by its place. */
record StoredMessage(long sequence, Instant storedAt, Frame frame) {

    private static final int NO_MESSAGE = 10037;
    private static final int NOTHING_TO_DELETE = 10057;

    /** A call that reads one message. */
    @FunctionalInterface
    interface Read {
        MessageInfo read() throws IOException, JetStreamApiException;
    }

    /** The message, or empty where the place is (by now) empty. */
    static Optional<StoredMessage> readBy(Read read) throws IOException, JetStreamApiException {
        try {
            MessageInfo info = read.read();
            return Optional.of(new StoredMessage(
                    info.getSeq(),
                    requireNonNull(info.getTime()).toInstant(),
                    NatsFrames.toFrame(requireNonNull(info.getSubject()), info.getHeaders(), info.getData())));
        } catch (JetStreamApiException e) {
            if (isAbsence(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether the server says that there is no message at this place. */
    static boolean isAbsence(JetStreamApiException e) {
        return e.getApiErrorCode() == NO_MESSAGE || e.getApiErrorCode() == NOTHING_TO_DELETE || e.getErrorCode() == 404;
    }
}
