package io.vigil.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Subscription;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServer;
import io.vigil.topology.Consumers;
import io.vigil.topology.Provisioner;
import io.vigil.topology.Streams;
import io.vigil.topology.TopologyProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/**
 * The shipped accounts on a real server: for each user, every subject of the product is tried, and the server takes those on
 * the arrows of the pipeline and refuses all others.
 */
class PermissionIT {

    private static final Pattern REFUSED = Pattern.compile(
            "permissions violation for (publish|subscription) to \"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final String SENTINEL = "nobody.may.publish.here";

    /** Where messages, answers, secrets and the broker's own switches are. */
    private static final List<String> PUBLISHED = List.of(
            "vigil.guard.input",
            "vigil.guard.output",
            "vigil.requests.analyze",
            "vigil.pii.detect",
            "vigil.arbiter.decision",
            "vigil.logs.event",
            "vigil.responses.gateway.token",
            "vigil.callbacks.result",
            "vigil.event.decision_made.v1",
            "vigil.audit.policy.changed",
            "vigil.service.pii.restore",
            "vigil.service.events.search",
            "vigil.service.patterns.check",
            "vigil.analyze.sync",
            "vigil.dlq.detection-worker.vigil.guard.input",
            "vigil.dlq.pii-worker.vigil.pii.detect",
            "vigil.dlq.arbiter-worker.vigil.arbiter.decision",
            "vigil.dlq.logging-worker.vigil.logs.event",
            "$KV.vigil-config.arbiter",
            "$KV.vigil-keys.key",
            "$KV.vigil-patterns.family",
            "$KV.vigil-results.request.one",
            "$KV.vigil-results.result.one",
            "$KV.vigil-pii-vault.owner",
            "$JS.API.CONSUMER.MSG.NEXT.VIGIL.detection-worker",
            "$JS.API.CONSUMER.MSG.NEXT.VIGIL.pii-worker",
            "$JS.API.CONSUMER.MSG.NEXT.VIGIL.arbiter-worker",
            "$JS.API.CONSUMER.MSG.NEXT.VIGIL.logging-worker",
            "$JS.API.CONSUMER.MSG.NEXT.VIGIL_REQUESTS.detection-worker-async",
            "$JS.API.CONSUMER.MSG.NEXT.VIGIL_ADVISORIES.dead-letter-sweeper",
            "$JS.ACK.VIGIL.detection-worker.1.1.1.1.0",
            "$JS.ACK.VIGIL.pii-worker.1.1.1.1.0",
            "$JS.ACK.VIGIL.arbiter-worker.1.1.1.1.0",
            "$JS.ACK.VIGIL.logging-worker.1.1.1.1.0",
            "$JS.API.CONSUMER.DURABLE.CREATE.VIGIL.detection-worker",
            "$JS.API.CONSUMER.CREATE.VIGIL.pii-worker.vigil.pii.>",
            "$JS.API.CONSUMER.CREATE.VIGIL.pii-worker",
            "$JS.API.CONSUMER.DURABLE.CREATE.VIGIL.pii-worker",
            "$JS.API.CONSUMER.CREATE.VIGIL.pii-worker.vigil.guard.>",
            "$JS.API.CONSUMER.CREATE.VIGIL.arbiter-worker.vigil.arbiter.>",
            "$JS.API.CONSUMER.CREATE.VIGIL.logging-worker.vigil.logs.>",
            "$JS.API.CONSUMER.CREATE.VIGIL.spy.vigil.guard.>",
            "$JS.API.CONSUMER.CREATE.KV_vigil-keys.spy.$KV.vigil-keys.>",
            "$JS.API.CONSUMER.CREATE.KV_vigil-pii-vault.spy.$KV.vigil-pii-vault.>",
            "$JS.API.CONSUMER.CREATE.VIGIL_EVENTS.spy.vigil.event.>",
            "$JS.API.CONSUMER.DELETE.VIGIL.detection-worker",
            "$JS.API.STREAM.MSG.GET.VIGIL",
            "$JS.API.STREAM.MSG.DELETE.VIGIL",
            "$JS.API.STREAM.MSG.GET.VIGIL_DLQ",
            "$JS.API.STREAM.MSG.GET.VIGIL_AUDIT",
            "$JS.API.STREAM.MSG.GET.KV_vigil-keys",
            "$JS.API.STREAM.MSG.GET.KV_vigil-pii-vault",
            "$JS.API.STREAM.CREATE.VIGIL",
            "$JS.API.STREAM.CREATE.COPY",
            "$JS.API.STREAM.UPDATE.VIGIL",
            "$JS.API.STREAM.DELETE.VIGIL",
            "$JS.API.STREAM.PURGE.VIGIL",
            "$JS.API.STREAM.PURGE.VIGIL_DLQ",
            "$JS.API.STREAM.PURGE.VIGIL_AUDIT",
            "$JS.API.STREAM.SNAPSHOT.VIGIL",
            "$JS.API.STREAM.INFO.VIGIL",
            "_INBOX.vigil-api.forged",
            "$SYS.REQ.SERVER.PING");

    private static final Map<Accounts, Set<String>> MAY_PUBLISH = mayPublish();

    /** Where a listener would hear what is meant for others. */
    private static final List<String> HEARD = List.of(
            ">",
            "vigil.>",
            "vigil.guard.input",
            "vigil.responses.>",
            "vigil.responses.gateway.*",
            "vigil.analyze.sync",
            "vigil.service.pii.restore",
            "vigil.service.events.search",
            "vigil.service.patterns.check",
            "_INBOX.>",
            "_INBOX.vigil-api.>",
            "_INBOX.detection-worker.>",
            "_INBOX.pii-worker.>",
            "_INBOX.arbiter-worker.>",
            "_INBOX.logging-worker.>",
            "$KV.vigil-keys.>",
            "$KV.vigil-pii-vault.>",
            "$JS.EVENT.>",
            "$SYS.>");

    private static final Map<Accounts, Set<String>> MAY_HEAR = Map.of(
            Accounts.VIGIL_API,
            Set.of("vigil.responses.>", "vigil.responses.gateway.*", "vigil.analyze.sync", "_INBOX.vigil-api.>"),
            Accounts.DETECTION_WORKER,
            Set.of("vigil.service.patterns.check", "_INBOX.detection-worker.>"),
            Accounts.PII_WORKER,
            Set.of("vigil.service.pii.restore", "_INBOX.pii-worker.>"),
            Accounts.ARBITER_WORKER,
            Set.of("_INBOX.arbiter-worker.>"),
            Accounts.LOGGING_WORKER,
            Set.of("vigil.service.events.search", "_INBOX.logging-worker.>"));

    private static NatsServer nats;

    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final ErrorListener errors = new ErrorListener() {
        @Override
        public void errorOccurred(Connection connection, String error) {
            var refused = REFUSED.matcher(error);
            if (refused.find()) {
                refusals.add(refused.group(2));
            }
        }
    };

    private static Map<Accounts, Set<String>> mayPublish() {
        var may = new EnumMap<Accounts, Set<String>>(Accounts.class);
        may.put(
                Accounts.VIGIL_API,
                Set.of(
                        "vigil.guard.input",
                        "vigil.guard.output",
                        "vigil.requests.analyze",
                        // A dead letter goes back to where it came from.
                        "vigil.pii.detect",
                        "vigil.arbiter.decision",
                        "vigil.logs.event",
                        "vigil.callbacks.result",
                        "vigil.event.decision_made.v1",
                        "vigil.audit.policy.changed",
                        "vigil.service.pii.restore",
                        "vigil.service.events.search",
                        "vigil.service.patterns.check",
                        "$KV.vigil-config.arbiter",
                        "$KV.vigil-keys.key",
                        "$KV.vigil-patterns.family",
                        "$KV.vigil-results.request.one",
                        "$KV.vigil-results.result.one",
                        "$JS.API.CONSUMER.CREATE.KV_vigil-keys.spy.$KV.vigil-keys.>",
                        "$JS.API.STREAM.MSG.GET.KV_vigil-keys",
                        "$JS.API.STREAM.MSG.GET.VIGIL_DLQ",
                        "$JS.API.STREAM.MSG.GET.VIGIL_AUDIT",
                        "$JS.API.STREAM.PURGE.VIGIL_DLQ",
                        "$JS.API.STREAM.CREATE.VIGIL",
                        "$JS.API.STREAM.INFO.VIGIL"));
        may.put(
                Accounts.DETECTION_WORKER,
                Set.of(
                        "vigil.pii.detect",
                        "vigil.dlq.detection-worker.vigil.guard.input",
                        "vigil.callbacks.result",
                        "$KV.vigil-results.result.one",
                        "$JS.API.CONSUMER.MSG.NEXT.VIGIL.detection-worker",
                        "$JS.API.CONSUMER.MSG.NEXT.VIGIL_REQUESTS.detection-worker-async",
                        "$JS.ACK.VIGIL.detection-worker.1.1.1.1.0",
                        "$JS.API.CONSUMER.DURABLE.CREATE.VIGIL.detection-worker",
                        "$JS.API.STREAM.INFO.VIGIL"));
        may.put(
                Accounts.PII_WORKER,
                Set.of(
                        "vigil.arbiter.decision",
                        "vigil.dlq.pii-worker.vigil.pii.detect",
                        "vigil.callbacks.result",
                        "$KV.vigil-results.result.one",
                        "$KV.vigil-pii-vault.owner",
                        "$JS.API.STREAM.MSG.GET.KV_vigil-pii-vault",
                        "$JS.API.CONSUMER.MSG.NEXT.VIGIL.pii-worker",
                        "$JS.ACK.VIGIL.pii-worker.1.1.1.1.0",
                        "$JS.API.CONSUMER.CREATE.VIGIL.pii-worker.vigil.pii.>",
                        "$JS.API.STREAM.INFO.VIGIL"));
        may.put(
                Accounts.ARBITER_WORKER,
                Set.of(
                        "vigil.responses.gateway.token",
                        "vigil.logs.event",
                        "vigil.callbacks.result",
                        "$KV.vigil-results.result.one",
                        // It sweeps for all workers.
                        "vigil.dlq.detection-worker.vigil.guard.input",
                        "vigil.dlq.pii-worker.vigil.pii.detect",
                        "vigil.dlq.arbiter-worker.vigil.arbiter.decision",
                        "vigil.dlq.logging-worker.vigil.logs.event",
                        "$JS.API.CONSUMER.MSG.NEXT.VIGIL_ADVISORIES.dead-letter-sweeper",
                        "$JS.API.STREAM.MSG.GET.VIGIL",
                        "$JS.API.STREAM.MSG.DELETE.VIGIL",
                        "$JS.API.CONSUMER.MSG.NEXT.VIGIL.arbiter-worker",
                        "$JS.ACK.VIGIL.arbiter-worker.1.1.1.1.0",
                        "$JS.API.CONSUMER.CREATE.VIGIL.arbiter-worker.vigil.arbiter.>",
                        "$JS.API.STREAM.INFO.VIGIL"));
        may.put(
                Accounts.LOGGING_WORKER,
                Set.of(
                        "vigil.event.decision_made.v1",
                        "vigil.dlq.logging-worker.vigil.logs.event",
                        "vigil.callbacks.result",
                        "$KV.vigil-results.result.one",
                        "$JS.API.CONSUMER.MSG.NEXT.VIGIL.logging-worker",
                        "$JS.ACK.VIGIL.logging-worker.1.1.1.1.0",
                        "$JS.API.CONSUMER.CREATE.VIGIL.logging-worker.vigil.logs.>",
                        "$JS.API.STREAM.INFO.VIGIL"));
        return may;
    }

    @BeforeAll
    static void start() throws Exception {
        nats = NatsServer.start(Accounts.configuration());
        try (var operator = Nats.connect(Accounts.VIGIL_OPERATOR.options(nats.url(), new ErrorListener() {}))) {
            var size = DataSize.ofMegabytes(64);
            var provisioner = new Provisioner(
                    operator, new TopologyProperties(1, size, size, size, size, size, Duration.ofMinutes(2)));
            provisioner.provision();
            for (var consumer : Consumers.all()) {
                provisioner.provision(consumer, 10);
            }
        }
    }

    @AfterAll
    static void stop() {
        nats.close();
    }

    private Connection connect(Accounts account) throws IOException, InterruptedException {
        return Nats.connect(account.options(nats.url(), errors));
    }

    /** What the server refused of all that was tried so far; refusals come in order, so one that must come ends the wait. */
    private Set<String> refused(Connection connection) {
        connection.publish(SENTINEL, new byte[0]);
        Eventually.withinSeconds(20).isTrue("refusal of the last", () -> refusals.contains(SENTINEL));
        return refusals.stream()
                .filter(subject -> !subject.equals(SENTINEL))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(names = {"VIGIL_API", "DETECTION_WORKER", "PII_WORKER", "ARBITER_WORKER", "LOGGING_WORKER"})
    void publishesWhereItsArrowsPointAndNowhereElse(Accounts account) throws Exception {
        try (var connection = connect(account)) {
            for (String subject : PUBLISHED) {
                connection.publish(subject, new byte[0]);
            }
            Set<String> allowed = new TreeSet<>(PUBLISHED);
            allowed.removeAll(refused(connection));

            assertThat(allowed).isEqualTo(new TreeSet<>(MAY_PUBLISH.get(account)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIGIL_API", "DETECTION_WORKER", "PII_WORKER", "ARBITER_WORKER", "LOGGING_WORKER"})
    void hearsWhatIsMeantForItAndNothingElse(Accounts account) throws Exception {
        try (var connection = connect(account)) {
            List<Subscription> subscriptions =
                    HEARD.stream().map(connection::subscribe).toList();
            Set<String> heard = new TreeSet<>(HEARD);
            heard.removeAll(refused(connection));

            assertThat(heard).isEqualTo(new TreeSet<>(MAY_HEAR.get(account)));
            subscriptions.stream().filter(Subscription::isActive).forEach(Subscription::unsubscribe);
        }
    }

    @Test
    void theOperatorMayDoEverythingInItsAccountAndSeesNoOther() throws Exception {
        try (var connection = connect(Accounts.VIGIL_OPERATOR)) {
            var info = connection.jetStreamManagement().getStreamInfo(Streams.VIGIL);
            connection.jetStreamManagement().updateStream(info.getConfiguration());
            assertThat(connection
                            .jetStreamManagement()
                            .purgeStream(Streams.VIGIL)
                            .isSuccess())
                    .isTrue();
            var answer = connection.request("$SYS.REQ.SERVER.PING", new byte[0], Duration.ofMillis(500));
            assertThat(answer == null || answer.isStatusMessage()).isTrue();
        }
    }

    @Test
    void theMonitorSeesServersAndNoMessageOfThePipeline() throws Exception {
        try (var monitor = connect(Accounts.VIGIL_MONITOR);
                var operator = connect(Accounts.VIGIL_OPERATOR)) {
            assertThat(monitor.request("$SYS.REQ.SERVER.PING", new byte[0], Duration.ofSeconds(10)))
                    .isNotNull();
            var heard = monitor.subscribe("vigil.>");
            monitor.flush(Duration.ofSeconds(5));
            operator.publish("vigil.responses.gateway.token", new byte[0]);
            operator.flush(Duration.ofSeconds(5));
            assertThat(heard.nextMessage(Duration.ofMillis(500))).isNull();
        }
    }

    @Test
    void nobodyComesInWithoutAPassword() {
        assertThatThrownBy(() -> Nats.connect(nats.url())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Nats.connect(nats.url().replace("nats://", "nats://pii-worker:guess@")))
                .isInstanceOf(IOException.class);
    }
}
