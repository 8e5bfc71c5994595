package io.vigil.pii;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.vigil.autoconfigure.VigilService;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.Detected;
import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.Screened;
import io.vigil.pii.tagger.TinyTagger;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.MessageCodec;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker as it is started, on a real broker. */
class PiiWorkerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    private final MessageCodec codec = new MessageCodec();

    @Test
    void sendsARequestOnWithItsPersonalDataNamedAndSaysNothingOfItInTheLog() throws Exception {
        try (LogCapture log = LogCapture.start();
                ConfigurableApplicationContext worker = start()) {
            Screened screened =
                    screened("pii-1", "Mój PESEL to 44051401359, a odpowiedź proszę wysłać na adres jan@example.pl");
            assertThat(worker.isRunning()).isTrue();
            assertThat(screened.pii().types()).containsExactly("PL_PESEL", "EMAIL_ADDRESS");
            assertThat(screened.pii().language()).isEqualTo("pl");
            assertThat(screened.pii().degraded()).isEmpty();
            assertThat(screened.timings())
                    .singleElement()
                    .satisfies(timing -> assertThat(timing.stage()).isEqualTo("pii"));
            assertThat(log.containing("44051401359")).isEmpty();
            assertThat(log.containing("jan@example.pl")).isEmpty();
        }
    }

    @Test
    void looksForNothingAsEmptyStage() throws Exception {
        try (ConfigurableApplicationContext worker = start("--vigil.noop=true")) {
            Screened screened =
                    screened("pii-2", "Mój PESEL to 44051401359, a odpowiedź proszę wysłać na adres jan@example.pl");
            assertThat(worker.isRunning()).isTrue();
            assertThat(screened.pii().entities()).isEmpty();
            assertThat(screened.pii().language()).isEqualTo("unknown");
        }
    }

    @Test
    void keepsTheValuesOfAGuardedTextForWhoeverHasTheRequest() throws Exception {
        try (ConfigurableApplicationContext worker = start("--vigil.pii.key=" + "A".repeat(43) + "=")) {
            assertThat(worker.isRunning()).isTrue();
            Connection connection = nats.connect();
            connection.keyValue(Streams.CONFIG_BUCKET).put("pii", """
                    {"entities":["PL_PESEL"],"mode":"balanced","thresholds":{},"languages":[],
                     "allow":{"values":[],"patterns":[]},
                     "redaction":{"default":{"mode":"reversible"},"entities":{}}}""".getBytes(UTF_8));
            var count = new AtomicInteger();
            var token = new AtomicReference<>("");
            Eventually.withinSeconds(20).isTrue("reversible token", () -> {
                var screened = screened("pii-4-" + count.incrementAndGet(), "Mój PESEL to 44051401359");
                token.set(screened.pii().entities().getFirst().replacement());
                return token.get().startsWith("[PESEL_1_");
            });

            var restored = Objects.requireNonNull(connection.request(
                    Subjects.PII_RESTORE,
                    ("{\"request_id\":\"pii-4-" + count.get() + "\",\"text\":\"" + token.get() + "\"}").getBytes(UTF_8),
                    Duration.ofSeconds(20)));
            assertThat(new String(restored.getData(), UTF_8)).contains("\"text\":\"44051401359\"");
        }
    }

    @Test
    void readsNamesWithAModelThatTheSettingsName(@TempDir Path folder) throws Exception {
        TinyTagger.write(folder);
        try (ConfigurableApplicationContext worker = start(
                "--vigil.pii.ner.model=" + folder.resolve("model.onnx"),
                "--vigil.pii.ner.tokenizer=" + folder.resolve("vocab.txt"))) {
            Screened screened = screened("pii-7", "lives in Qwvrt and");
            assertThat(worker.isRunning()).isTrue();
            assertThat(screened.pii().types()).containsExactly("PERSON");
            assertThat(screened.pii().degraded()).isEmpty();
        }
    }

    @Test
    void refusesToStartWithAModelForNamesThatDoesNotDo(@TempDir Path folder) throws Exception {
        TinyTagger.write(folder);
        var model = "--vigil.pii.ner.model=" + folder.resolve("model.onnx");

        assertThatThrownBy(() ->
                        start(model, "--vigil.pii.ner.tokenizer=nowhere.txt").close())
                .rootCause()
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> start(
                                model,
                                "--vigil.pii.ner.tokenizer=" + folder.resolve("vocab.txt"),
                                "--vigil.pii.ner.labels.PER=SOMEBODY")
                        .close())
                .rootCause()
                .hasMessageContaining("vigil.pii.ner.labels must lead to one of")
                .hasMessageContaining("SOMEBODY");
    }

    @Test
    void followsTheSettingsOfTheTenantWhoseRequestItIs() throws Exception {
        try (ConfigurableApplicationContext worker = start()) {
            assertThat(worker.isRunning()).isTrue();
            nats.connect().keyValue(Streams.CONFIG_BUCKET).put("pii", """
                    {"entities":["PL_PESEL"],"mode":"balanced","thresholds":{},"languages":[],
                     "allow":{"values":[],"patterns":[]},
                     "redaction":{"default":{"mode":"token"},"entities":{}},
                     "tenants":{"acme":{"redaction":{"default":{"mode":"drop"},"entities":{}}}}}""".getBytes(UTF_8));
            var count = new AtomicInteger();
            Eventually.withinSeconds(20).becomes("replacement for the tenant", "", () -> {
                var screened = screened(
                        "pii-5-" + count.incrementAndGet(), "Mój PESEL to 44051401359", Map.of("Vigil-Tenant", "acme"));
                return screened.pii().entities().getFirst().replacement();
            });
            assertThat(screened("pii-6", "Mój PESEL to 44051401359")
                            .pii()
                            .entities()
                            .getFirst()
                            .replacement())
                    .isEqualTo("[PESEL]");
        }
    }

    @Test
    void goesOnWithoutPresidioAndSaysSo() throws Exception {
        try (ConfigurableApplicationContext worker = start("--vigil.pii.presidio.url=http://127.0.0.1:1")) {
            Screened screened = screened("pii-3", "Mój PESEL to 44051401359");
            assertThat(worker.isRunning()).isTrue();
            assertThat(screened.pii().types()).containsExactly("PL_PESEL");
            assertThat(screened.pii().degraded()).containsExactly("presidio");
        }
    }

    private static ConfigurableApplicationContext start(String... more) {
        var args = Arrays.copyOf(more, more.length + 2);
        args[more.length] = "--vigil.nats.servers=" + nats.url();
        args[more.length + 1] = "--server.port=0";
        return VigilService.run(PiiApplication.class, "pii-worker", args);
    }

    private Screened screened(String requestId, String text) throws Exception {
        return screened(requestId, text, Map.of());
    }

    private Screened screened(String requestId, String text, Map<String, String> more) throws Exception {
        var connection = nats.connect();
        var headers = new Headers().put(HeaderNames.CORRELATION_ID, requestId);
        more.forEach(headers::put);
        connection.jetStream().publish(Subjects.PII_DETECT, headers, codec.encode(detected(requestId, text)));
        var management = connection.jetStreamManagement();
        var body = new AtomicReference<>(new byte[0]);
        Eventually.withinSeconds(20).holds(() -> {
            body.set(Objects.requireNonNull(management
                    .getLastMessage(Streams.VIGIL, Subjects.ARBITER_DECISION)
                    .getData()));
            assertThat(new String(body.get(), UTF_8)).contains(requestId);
        });
        if (codec.decode(body.get(), Screened.class) instanceof Decoded.Ok<Screened>(Screened message)) {
            return message;
        }
        throw new AssertionError("not decodable");
    }

    private static Detected detected(String requestId, String text) {
        var request = new GuardRequest(requestId, text, Direction.INPUT, Mode.FULL, false);
        List<BranchReport> skipped = Arrays.stream(BranchId.values())
                .<BranchReport>map(id -> new BranchReport.Skipped(id, "empty_stage"))
                .toList();
        return new Detected(request, new DetectionReport(skipped), List.of());
    }
}
