package io.vigil.worker;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.vigil.connection.NatsConnector;
import io.vigil.connection.NatsFrames;
import io.vigil.connection.NatsProperties;
import io.vigil.connection.StreamPublisher;
import io.vigil.deadletter.AdvisorySweeper;
import io.vigil.deadletter.DeadLetterPublisher;
import io.vigil.deadletter.DeadLetterQueue;
import io.vigil.message.Mode;
import io.vigil.message.Submission;
import io.vigil.result.ResultPublisher;
import io.vigil.topology.Provisioner;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.topology.TopologyProperties;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The kernel on a real server, without Spring. */
public final class Kernel {

    public final Connection connection;
    public final Provisioner provisioner;
    public final StreamPublisher publisher;
    public final DeadLetterQueue deadLetters;
    public final WorkerContext context;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<StageWorker<?>> workers = new ArrayList<>();
    private final List<SweeperWorker> sweepers = new ArrayList<>();

    public Kernel(String url, int replicas) throws IOException, InterruptedException {
        var settings = new NatsProperties(
                List.of(url.split(",")), "", "", Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(2));
        connection = new NatsConnector(settings, meters).open("kernel-test");
        provisioner = new Provisioner(
                connection,
                new TopologyProperties(
                        replicas,
                        DataSize.ofGigabytes(1),
                        DataSize.ofMegabytes(100),
                        DataSize.ofMegabytes(100),
                        DataSize.ofMegabytes(100),
                        DataSize.ofMegabytes(100),
                        Duration.ofMinutes(2)));
        provisioner.provision();
        publisher = new StreamPublisher(connection, settings.requestTimeout(), Duration.ofSeconds(15), meters);
        deadLetters = new DeadLetterQueue(connection, publisher);
        var codec = new MessageCodec();
        var results = new ResultPublisher(publisher, codec, Clock.systemUTC());
        context = new WorkerContext(
                connection,
                publisher,
                results,
                new DeadLetterPublisher(publisher, results, meters),
                codec,
                new FrameWriter(codec),
                Clock.systemUTC(),
                System::nanoTime,
                meters);
    }

    public static WorkerProperties settings(int maxInFlight) {
        return new WorkerProperties(
                maxInFlight,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5));
    }

    public StageWorker<Submission> run(Stage<Submission> stage, int maxInFlight) throws IOException {
        var worker = new StageWorker<>(stage, settings(maxInFlight), context);
        worker.start(provisioner);
        workers.add(worker);
        return worker;
    }

    public void sweep() throws IOException {
        var sweeper = new SweeperWorker(new AdvisorySweeper(connection, context.deadLetters()), settings(16), context);
        sweeper.start(provisioner);
        sweepers.add(sweeper);
    }

    /** Publishes as the gateway does. */
    public void submit(String requestId, String text) {
        submit(requestId, text, null);
    }

    public void submit(String requestId, String text, @Nullable Instant deadline) {
        publisher.publish(context.writer()
                .submission(
                        Subjects.GUARD_INPUT,
                        requestId,
                        new Submission(requestId, text, Mode.FAST, null),
                        "",
                        null,
                        deadline,
                        Map.of()));
    }

    /** Publishes bytes without any header, as a person with a command line does. */
    public void raw(String subject, String body) throws IOException, JetStreamApiException {
        connection.jetStream().publish(subject, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public long queued() throws IOException, JetStreamApiException {
        return streamSize(Streams.VIGIL);
    }

    public long deadLetterCount() throws IOException, JetStreamApiException {
        return streamSize(Streams.DLQ);
    }

    private long streamSize(String stream) throws IOException, JetStreamApiException {
        return management().getStreamInfo(stream).getStreamState().getMsgCount();
    }

    public JetStreamManagement management() throws IOException {
        return connection.jetStreamManagement();
    }

    /** Headers of all messages stored on a subject, by message id. */
    public List<Map<String, String>> stored(String stream, String subject) throws IOException, JetStreamApiException {
        var found = new ArrayList<Map<String, String>>();
        long next = 1;
        while (true) {
            try {
                var info = management().getNextMessage(stream, next, subject);
                found.add(NatsFrames.toFrame(subject, info.getHeaders(), info.getData())
                        .headers());
                next = info.getSeq() + 1;
            } catch (JetStreamApiException e) {
                if (e.getErrorCode() != 404) {
                    throw e;
                }
                return found;
            }
        }
    }

    public void close() throws InterruptedException {
        workers.forEach(StageWorker::stop);
        sweepers.forEach(SweeperWorker::stop);
        connection.close();
    }
}
