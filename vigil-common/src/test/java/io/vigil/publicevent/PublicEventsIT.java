package io.vigil.publicevent;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StreamConfiguration;
import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.telemetry.Meters;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What other systems read is what the schemas say, is there once, and can be read again. */
class PublicEventsIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private static final Path SCHEMAS = Path.of("..", "docs", "events");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Connection connection;
    private PublicEvents events;

    @BeforeEach
    void connect() throws Exception {
        connection = NATS.connect();
        events = new PublicEvents(
                new StreamPublisher(connection, Duration.ofMillis(500), Duration.ofSeconds(1), meters),
                Json.mapper(),
                "logging-worker",
                meters);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void everyEventIsWhatItsSchemaSays() throws Exception {
        provision();
        for (PublicEvent event : Samples.all()) {
            tell(Announcement.of("act-1", Samples.NOON, "acme", event));
        }
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Message stored : read("reader", 4)) {
            String body = new String(stored.getData(), StandardCharsets.UTF_8);
            JsonNode schema = schemaOf(stored.getSubject());
            assertThat(registry.getSchema(schema).validate(body, InputFormat.JSON))
                    .as(stored.getSubject())
                    .isEmpty();
            JsonNode event = Json.mapper().readTree(body);
            assertThat(names(event)).isSubsetOf(names(schema.at("/properties")));
            assertThat(names(event.get("data"))).isSubsetOf(names(schema.at("/properties/data/properties")));
        }
    }

    @Test
    void aSchemaRefusesWhatItDoesNotDescribe() throws Exception {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(registry.getSchema(schemaOf("vigil.event.decision_made.v1"))
                        .validate("{\"specversion\":\"1.0\",\"data\":{\"decision\":\"MAYBE\"}}", InputFormat.JSON))
                .hasSizeGreaterThan(3);
    }

    @Test
    void everyKindOfEventHasASampleHere() {
        assertThat(Samples.all().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(PublicEvent.class.getPermittedSubclasses());
    }

    @Test
    void saysWhatCausedIt() throws Exception {
        provision();
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var cause = new Envelope(
                "r1",
                "r1.event",
                Subjects.LOGS_EVENT,
                1,
                Samples.NOON,
                1,
                "acme",
                "vigil.responses.g.1",
                Samples.NOON,
                Map.of(HeaderNames.TRACEPARENT, trace));
        events.publish(Announcement.causedBy(cause, Samples.NOON, Samples.all().getFirst()));

        var headers = read("reader", 1).getFirst().getHeaders();
        assertThat(headers.getFirst(HeaderNames.MESSAGE_ID)).isEqualTo("r1.decision_made");
        assertThat(headers.getFirst(HeaderNames.CORRELATION_ID)).isEqualTo("r1");
        assertThat(headers.getFirst(HeaderNames.CAUSATION_ID)).isEqualTo("r1.event");
        assertThat(headers.getFirst(HeaderNames.EVENT_VERSION)).isEqualTo("1");
        assertThat(headers.getFirst(HeaderNames.TENANT)).isEqualTo("acme");
        assertThat(headers.getFirst(HeaderNames.TRACEPARENT)).isEqualTo(trace);
        assertThat(headers.getFirst(HeaderNames.CONTENT_TYPE)).isEqualTo("application/cloudevents+json");
        assertThat(headers.containsKey(HeaderNames.REPLY_TO)).isFalse();
        assertThat(headers.containsKey(HeaderNames.DEADLINE)).isFalse();
    }

    @Test
    void tellsTheSameThingOnce() throws Exception {
        provision();
        var announcement =
                Announcement.of("act-1", Samples.NOON, "", Samples.all().get(1));
        tell(announcement);
        tell(announcement);
        assertThat(connection
                        .jetStreamManagement()
                        .getStreamInfo(Streams.EVENTS)
                        .getStreamState()
                        .getMsgCount())
                .isEqualTo(1);
        assertThat(meters.counter(Meters.PUBLIC_EVENTS, "event", "policy_changed", "result", "known")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysThatItCouldNotTell() {
        var announcement =
                Announcement.of("act-1", Samples.NOON, "", Samples.all().get(1));
        assertThat(events.publish(announcement)).isInstanceOf(Published.NotStored.class);
    }

    /** Ten decisions; a reader that comes later, one that stops half way, one that wants the end only. */
    @Test
    void replaysFromAnyPoint() throws Exception {
        provision();
        for (int i = 0; i < 10; i++) {
            decide("r" + i);
        }
        assertThat(requests(read("late-comer", 10)))
                .containsExactly("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9");

        assertThat(requests(read("siem", 4))).containsExactly("r0", "r1", "r2", "r3");
        connection.close();
        connection = NATS.connect();
        assertThat(requests(read("siem", 6))).containsExactly("r4", "r5", "r6", "r7", "r8", "r9");

        var fromTheSeventh = ConsumerConfiguration.builder()
                .durable("from-a-place")
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(7);
        assertThat(requests(read(fromTheSeventh, 4))).containsExactly("r6", "r7", "r8", "r9");

        ZonedDateTime time =
                connection.jetStreamManagement().getMessage(Streams.EVENTS, 9).getTime();
        var sinceThen = ConsumerConfiguration.builder()
                .durable("since-a-time")
                .deliverPolicy(DeliverPolicy.ByStartTime)
                .startTime(time);
        assertThat(requests(read(sinceThen, 2))).containsExactly("r8", "r9");
    }

    private void tell(Announcement announcement) {
        assertThat(events.publish(announcement)).isInstanceOf(Published.Stored.class);
    }

    private void decide(String requestId) {
        var event = DecisionMade.of(Samples.decision(requestId, "BLOCK"), false).orElseThrow();
        tell(Announcement.of(requestId, Samples.NOON, "", event));
    }

    private List<Message> read(String durable, int count) throws Exception {
        return read(ConsumerConfiguration.builder().durable(durable), count);
    }

    private List<Message> read(ConsumerConfiguration.Builder consumer, int count) throws Exception {
        var subscription = connection
                .jetStream()
                .subscribe(
                        Subjects.EVENTS_ALL,
                        PullSubscribeOptions.builder().stream(Streams.EVENTS)
                                .configuration(consumer.filterSubject(Subjects.EVENTS_ALL)
                                        .build())
                                .build());
        var messages = new ArrayList<Message>();
        for (Message message : subscription.fetch(count, Duration.ofSeconds(10))) {
            message.ackSync(Duration.ofSeconds(5));
            messages.add(message);
        }
        assertThat(messages).hasSize(count);
        return messages;
    }

    private static List<String> requests(List<Message> messages) {
        return messages.stream()
                .map(message -> Json.mapper()
                        .readTree(message.getData())
                        .at("/data/request_id")
                        .asString())
                .toList();
    }

    private static JsonNode schemaOf(String subject) throws IOException {
        Path file = SCHEMAS.resolve(subject.substring("vigil.event.".length()) + ".json");
        return Json.mapper().readTree(Files.readString(file));
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyNames().stream().collect(Collectors.toUnmodifiableSet());
    }

    private void provision() throws Exception {
        var _ = connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(Streams.EVENTS)
                        .subjects(Subjects.EVENTS_ALL)
                        .build());
    }
}
