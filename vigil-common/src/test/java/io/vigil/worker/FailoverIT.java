package io.vigil.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.connection.Published;
import io.vigil.delivery.Outcome;
import io.vigil.message.Submission;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsClusterExtension;
import io.vigil.topology.Consumers;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A three-node cluster loses its leader under load: nothing accepted is lost, nothing is doubled. */
class FailoverIT {

    @RegisterExtension
    static final NatsClusterExtension NATS = NatsClusterExtension.create();

    @Test
    void losesAndDoublesNothingWhenTheLeaderIsKilled() throws Exception {
        var kernel = new Kernel(NATS.url(), 3);
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        var publishing = new AtomicBoolean(true);
        try {
            kernel.run(DeliveryIT.stage(DeliveryIT::passOn), 32);
            var producer = Thread.ofVirtual().start(() -> produce(kernel, accepted, publishing));
            Eventually.withinSeconds(30).isTrue("300 requests accepted", () -> accepted.size() > 300);

            NATS.cluster().killLeaderOf(Streams.VIGIL);
            int atKill = accepted.size();
            Eventually.withinSeconds(60).isTrue("300 more accepted", () -> accepted.size() > atKill + 300);
            publishing.set(false);
            producer.join(Duration.ofSeconds(30));

            Eventually.withinSeconds(60).becomes("next messages", accepted.size(), () -> nextMessages(kernel));
            Eventually.withinSeconds(30).becomes("work queue", (long) accepted.size(), kernel::queued);
            Eventually.withinSeconds(30).becomes("dead letters", 0L, kernel::deadLetterCount);
        } finally {
            kernel.close();
        }
    }

    @Test
    void pullsAgainWithinSecondsAfterTheConsumerHasALeaderAgain() throws Exception {
        var kernel = new Kernel(NATS.url(), 3);
        var handled = new AtomicInteger();
        try {
            kernel.run(
                    DeliveryIT.stage((message, envelope) -> {
                        handled.incrementAndGet();
                        return Outcome.done();
                    }),
                    32);
            kernel.submit("before", "hello");
            Eventually.withinSeconds(20).becomes("handled", 1, handled::get);

            NATS.cluster().killLeaderOf(Streams.VIGIL);
            kernel.submit("after", "hello");
            Eventually.withinSeconds(60).isTrue("the consumer has a leader", () -> hasLeader(kernel));
            Instant led = Instant.now();

            Eventually.withinSeconds(30).becomes("handled", 2, handled::get);
            assertThat(Duration.between(led, Instant.now())).isLessThan(Duration.ofSeconds(8));
        } finally {
            kernel.close();
        }
    }

    /** A consumer elects a leader of its own, later than the stream's at times. */
    private static boolean hasLeader(Kernel kernel) throws Exception {
        var replicas = kernel.management()
                .getConsumerInfo(Streams.VIGIL, Consumers.DETECTION.name())
                .getClusterInfo();
        String leader = replicas == null ? null : replicas.getLeader();
        return leader != null && NATS.cluster().node(leader).isRunning();
    }

    private static int nextMessages(Kernel kernel) throws Exception {
        return (int) kernel.management()
                .getStreamInfo(Streams.VIGIL, io.nats.client.api.StreamInfoOptions.filterSubjects(Subjects.PII_DETECT))
                .getStreamState()
                .getSubjectMap()
                .getOrDefault(Subjects.PII_DETECT, 0L)
                .longValue();
    }

    private static void produce(Kernel kernel, Set<String> accepted, AtomicBoolean publishing) {
        for (int i = 0; publishing.get(); i++) {
            String id = "r" + i;
            var frame = kernel.context
                    .writer()
                    .submission(
                            Subjects.GUARD_INPUT,
                            id,
                            new Submission(id, "hello", null, null),
                            "",
                            null,
                            null,
                            Map.of());
            if (kernel.publisher.publish(frame) instanceof Published.Stored) {
                accepted.add(id);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
