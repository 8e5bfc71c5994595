package io.vigil.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One real server per test class: {@code @RegisterExtension static final NatsServerExtension nats = NatsServerExtension.create();}.
 * A test that kills or pauses the server finds it running again in the next one.
 */
public final class NatsServerExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final String extraConfiguration;
    private final boolean clean;
    private final List<Connection> connections = new ArrayList<>();
    private @Nullable NatsServer server;

    private NatsServerExtension(String extraConfiguration, boolean clean) {
        this.extraConfiguration = extraConfiguration;
        this.clean = clean;
    }

    /** A server whose streams stay between the tests of the class. */
    public static NatsServerExtension create() {
        return new NatsServerExtension("", false);
    }

    /** The same with lines added to the configuration file. */
    public NatsServerExtension with(String configuration) {
        return new NatsServerExtension(configuration, clean);
    }

    /** The same with all streams deleted after each test. */
    public NatsServerExtension cleaning() {
        return new NatsServerExtension(extraConfiguration, true);
    }

    /** The server. */
    public NatsServer server() {
        if (server == null) {
            throw new IllegalStateException("the server runs only during the tests of a class");
        }
        return server;
    }

    /** Where clients connect. */
    public String url() {
        return server().url();
    }

    /** A new connection, closed after the class. */
    public Connection connect() throws IOException, InterruptedException {
        Connection connection = Nats.connect(url());
        connections.add(connection);
        return connection;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = NatsServer.start(extraConfiguration);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (!server().isRunning()) {
            server().restart();
        }
        server().resume();
        if (clean) {
            deleteStreams();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        for (Connection connection : connections) {
            connection.close();
        }
        connections.clear();
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @SuppressWarnings("try") // closing may be interrupted, and then so is the test
    private void deleteStreams() throws IOException, InterruptedException, JetStreamApiException {
        try (Connection connection = Nats.connect(url())) {
            JetStreamManagement management = connection.jetStreamManagement();
            for (String stream : management.getStreamNames()) {
                management.deleteStream(stream);
            }
        }
    }
}
