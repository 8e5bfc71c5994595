package io.vigil.deadletter;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dead letters, for people: list, look at one, send back. */
public final class DeadLetterQueue {

    private final Connection connection;
    private final StreamPublisher publisher;

    public DeadLetterQueue(Connection connection, StreamPublisher publisher) {
        this.connection = connection;
        this.publisher = publisher;
    }

    /** Number of dead letters. */
    public long size() throws IOException {
        try {
            return connection
                    .jetStreamManagement()
                    .getStreamInfo(Streams.DLQ)
                    .getStreamState()
                    .getMsgCount();
        } catch (JetStreamApiException e) {
            throw refused(e);
        }
    }

    /**
     * Dead letters in order of arrival.
     *
     * @param fromSequence first place to look at; 1 for the beginning
     * @param limit most to return
     */
    public List<DeadLetter> list(long fromSequence, int limit) throws IOException {
        var letters = new ArrayList<DeadLetter>();
        long next = Math.max(1, fromSequence);
        while (letters.size() < limit) {
            Optional<DeadLetter> letter = firstFrom(next);
            if (letter.isEmpty()) {
                break;
            }
            letters.add(letter.get());
            next = letter.get().sequence() + 1;
        }
        return List.copyOf(letters);
    }

    /** One dead letter, if it is (still) there. */
    public Optional<DeadLetter> find(long sequence) throws IOException {
        return letter(() -> connection.jetStreamManagement().getMessage(Streams.DLQ, sequence));
    }

    /**
     * Gives a message another chance: publishes it to its original subject and removes the dead letter. The request id
     * stays, the message id is new, so the duplicate window does not swallow it; sent back twice at the same time, it
     * arrives once.
     *
     * @param letter read whole
     * @throws IOException the stream did not take it; the dead letter stays
     */
    public Redriven redrive(DeadLetter letter) throws IOException {
        if (!letter.whole()) {
            throw new IllegalArgumentException("only the headers of the dead letter were read");
        }
        return switch (publisher.publish(letter.redriveFrame())) {
            case Published.NotStored(var failure) -> throw new IOException(failure.detail());
            case Published.Stored(long sequence, boolean duplicate) -> {
                var _ = remove(letter.sequence());
                yield new Redriven(letter.originalSubject(), sequence, duplicate);
            }
        };
    }

    /** Removes one dead letter; says whether it was (still) there. */
    public boolean remove(long sequence) throws IOException {
        try {
            return connection.jetStreamManagement().deleteMessage(Streams.DLQ, sequence);
        } catch (JetStreamApiException e) {
            if (StoredMessage.isAbsence(e)) {
                return false;
            }
            throw refused(e);
        }
    }

    private Optional<DeadLetter> firstFrom(long sequence) throws IOException {
        return letter(() -> connection.jetStreamManagement().getNextMessage(Streams.DLQ, sequence, Subjects.DLQ_ALL));
    }

    private static Optional<DeadLetter> letter(StoredMessage.Read read) throws IOException {
        try {
            return StoredMessage.readBy(read)
                    .map(stored -> new DeadLetter(stored.sequence(), stored.storedAt(), stored.frame()));
        } catch (JetStreamApiException e) {
            throw refused(e);
        }
    }

    private static IOException refused(JetStreamApiException e) {
        return new IOException("the dead-letter stream refused: " + e.getErrorDescription(), e);
    }

    /**
     * A message that got another chance.
     *
     * @param subject where it was published
     * @param sequence its place in the stream
     * @param duplicate whether somebody had sent it back a moment ago
     */
    public record Redriven(String subject, long sequence, boolean duplicate) {}
}
