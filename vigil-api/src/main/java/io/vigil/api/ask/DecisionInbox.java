package io.vigil.api.ask;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.vigil.topology.Subjects;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where decisions arrive: one subscription for the process, one slot per open question. A slot is opened before the
 * question is published, because the decision may overtake the confirmation. Thread-safe.
 */
public final class DecisionInbox {

    private final Connection connection;
    private final String gateway;
    private final ConcurrentHashMap<String, Slot> open = new ConcurrentHashMap<>();
    private final AtomicLong tokens = new AtomicLong();

    /**
     * An inbox that does not listen yet.
     *
     * @param gateway unique for ever, without dots: an answer to an earlier process must not find a slot of this one
     */
    public DecisionInbox(Connection connection, String gateway) {
        this.connection = connection;
        this.gateway = gateway;
    }

    /** Starts to listen, until the connection closes. Called once, before the first slot. */
    public DecisionInbox listen() {
        connection.createDispatcher(this::deliver).subscribe(Subjects.responsesOf(gateway));
        return this;
    }

    /** A new slot; close it on every path. */
    Slot open() {
        String token = Long.toString(tokens.incrementAndGet(), Character.MAX_RADIX);
        var slot = new Slot(token);
        open.put(token, slot);
        return slot;
    }

    /** Number of open slots. */
    int size() {
        return open.size();
    }

    private void deliver(Message message) {
        String subject = message.getSubject();
        Slot slot = open.remove(subject.substring(subject.lastIndexOf('.') + 1));
        if (slot != null) {
            slot.complete(new Reply.Decided(message.getData()));
        }
    }

    /** The place of one question. */
    final class Slot implements AutoCloseable {

        private final String token;
        private final CompletableFuture<Reply> reply = new CompletableFuture<>();

        private Slot(String token) {
            this.token = token;
        }

        /** Where the answer is to be sent. */
        String subject() {
            return Subjects.response(gateway, token);
        }

        /** Ends the wait; the first reply counts. */
        void complete(Reply first) {
            reply.complete(first);
        }

        /** The reply, or null when none came within the time. */
        @Nullable Reply await(Duration time) throws InterruptedException {
            try {
                return reply.get(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return null;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a slot is never completed with an exception", e);
            }
        }

        @Override
        public void close() {
            open.remove(token);
        }
    }
}
