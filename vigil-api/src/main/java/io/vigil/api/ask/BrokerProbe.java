package io.vigil.api.ask;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.StreamInfo;
import io.vigil.api.ask.BrokerState.ConsumerState;
import io.vigil.api.ask.BrokerState.StreamState;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the broker how it is. Blocks for at most a second per question. Thread-safe. */
public final class BrokerProbe {

    private static final JetStreamOptions PATIENCE =
            JetStreamOptions.builder().requestTimeout(Duration.ofSeconds(1)).build();

    private final Connection connection;

    public BrokerProbe(Connection connection) {
        this.connection = connection;
    }

    /** Streams, consumers, dead letters; {@code DOWN} when the broker does not answer. */
    public BrokerState state() {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return BrokerState.down();
        }
        try {
            return state(connection.jetStreamManagement(PATIENCE));
        } catch (IOException | JetStreamApiException | IllegalStateException e) {
            return BrokerState.down();
        }
    }

    private static BrokerState state(JetStreamManagement management) throws IOException, JetStreamApiException {
        var streams = new ArrayList<StreamState>();
        List<ConsumerState> consumers = List.of();
        String status = "DOWN";
        long deadLetters = 0;
        for (StreamInfo info : management.getStreams()) {
            var state = info.getStreamState();
            String name = info.getConfiguration().getName();
            streams.add(new StreamState(name, state.getMsgCount(), state.getByteCount(), state.getConsumerCount()));
            if (name.equals(Streams.VIGIL)) {
                status = "UP";
                consumers = consumers(management);
            } else if (name.equals(Streams.DLQ)) {
                deadLetters = state.getMsgCount();
            }
        }
        return new BrokerState(status, streams, consumers, deadLetters);
    }

    private static List<ConsumerState> consumers(JetStreamManagement management)
            throws IOException, JetStreamApiException {
        var states = new ArrayList<ConsumerState>();
        for (ConsumerInfo info : management.getConsumers(Streams.VIGIL)) {
            states.add(new ConsumerState(
                    info.getName(),
                    info.getNumPending(),
                    info.getNumAckPending(),
                    info.getRedelivered(),
                    info.getNumWaiting()));
        }
        return states;
    }
}
