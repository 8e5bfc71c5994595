package io.vigil.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.DecisionEvent;
import io.vigil.message.Detected;
import io.vigil.message.GuardDecision;
import io.vigil.message.Messages;
import io.vigil.message.Origin;
import io.vigil.message.Provenance;
import io.vigil.message.Source;
import io.vigil.message.Submission;
import io.vigil.message.VigilMessage;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class MessageCodecTest {

    private static final String MARKER = "markedsecret";

    private final MessageCodec codec = new MessageCodec();

    @Provide
    Arbitrary<VigilMessage> messages() {
        return Messages.any();
    }

    @Property(tries = 400)
    void readsBackWhatItWrote(@ForAll("messages") VigilMessage message) {
        assertThat(codec.decode(codec.encode(message), message.getClass())).isEqualTo(new Decoded.Ok<>(message));
    }

    @Property(tries = 300)
    void survivesAnyBytes(@ForAll byte[] bytes) {
        assertThat(codec.decode(bytes, Submission.class)).isInstanceOf(Decoded.Malformed.class);
    }

    @Property(tries = 300)
    void survivesTruncation(@ForAll("messages") VigilMessage message, @ForAll Random random) {
        byte[] whole = codec.encode(message);
        byte[] part = Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
        assertThat(codec.decode(part, message.getClass())).isEqualTo(new Decoded.Malformed<>("", "not JSON"));
    }

    @Property(tries = 500)
    void survivesMutatedBytes(@ForAll("messages") VigilMessage message, @ForAll Random random) {
        byte[] bytes = codec.encode(message);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        assertThat(codec.decode(bytes, message.getClass())).isNotNull();
    }

    /** Every field of every message, at every depth, is left out or emptied once. */
    @Test
    void leavesNoRequiredFieldEmpty() {
        for (VigilMessage message : Messages.examples()) {
            eachMutation(message, List.of("missing", "null"), mutated -> {
                if (codec.decode(mutated, message.getClass()) instanceof Decoded.Ok<?>(Object value)) {
                    assertComplete(value);
                }
            });
        }
    }

    @Test
    void neverQuotesTheInput() {
        for (VigilMessage message : Messages.examples()) {
            eachMutation(message, List.of("text", "object", "key", "array", "number"), mutated -> {
                if (codec.decode(mutated, message.getClass())
                        instanceof Decoded.Malformed<?>(String field, String detail)) {
                    assertThat(field + detail).doesNotContain(MARKER).doesNotContain("31337");
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 7} | text | missing or of the wrong type",
                "{\"text\": null} | '' | text must not be empty",
                "{} | '' | text must not be empty",
                "{\"text\": \"x\", \"mode\": \"markedsecret\"} | mode | missing or of the wrong type",
                "{\"text\": \"x\", \"mode\": 1} | mode | missing or of the wrong type",
                "{\"text\": \"x\", \"source\": \"markedsecret\"} | source | missing or of the wrong type",
                "{\"text\": \"x\", \"source\": 2} | source | missing or of the wrong type",
                "{\"text\": \"x\", \"mode\": \"\"} | mode | missing or of the wrong type",
                "{\"text\": \"x\", \"return_decision_process\": \"true\"} | return_decision_process | missing or of the wrong type",
                "{\"text\": \"x\", \"return_decision_process\": \"\"} | return_decision_process | missing or of the wrong type",
                "{\"text\": \"x\", \"request_id\": \"a b\"} | '' | request_id must be 1 to 128 of A-Z a-z 0-9 . _ : -",
                "{\"text\": \"x\", \"request_id\": 12} | request_id | missing or of the wrong type",
                "null | '' | null",
                "[] | '' | missing or of the wrong type",
                "{\"text\": \"x\"} trailing | '' | not JSON",
                "{'text': \"x\"} | '' | not JSON"
            })
    void saysWhichFieldIsAtFault(String json, String field, String detail) {
        assertThat(codec.decode(json.getBytes(UTF_8), Submission.class))
                .isEqualTo(new Decoded.Malformed<>(field, detail));
    }

    @Test
    void acceptsTheSmallestSubmissionAndIgnoresUnknownKeys() {
        assertThat(codec.decode("{\"text\":\"x\",\"more\":{\"a\":[1]}}".getBytes(UTF_8), Submission.class))
                .isEqualTo(new Decoded.Ok<>(new Submission(null, "x", null, null)));
    }

    @Test
    void takesTheUsualSourceWhereAnOlderWorkerSaysNone() {
        String older = new String(codec.encode(Messages.detected()), UTF_8).replace(",\"source\":\"tool_output\"", "");

        assertThat(codec.decode(older.getBytes(UTF_8), Detected.class))
                .isInstanceOfSatisfying(
                        Decoded.Ok.class,
                        ok -> assertThat(((Detected) ok.value()).request().source())
                                .isEqualTo(Source.USER_INPUT));
    }

    @Test
    void readsMessagesOfWorkersThatKnewNoOrigin() {
        var tree = (ObjectNode) Json.mapper().readTree(codec.encode(Messages.event()));
        tree.remove(List.of("origin", "pii_counts", "text_hash", "grounds", "provenance", "sealed_text"));
        tree.put("raw_text", MARKER);

        assertThat(codec.decode(Json.mapper().writeValueAsBytes(tree), DecisionEvent.class))
                .isInstanceOfSatisfying(Decoded.Ok.class, ok -> {
                    var event = (DecisionEvent) ok.value();
                    assertThat(event.origin()).isEqualTo(Origin.UNKNOWN);
                    assertThat(event.provenance()).isEqualTo(Provenance.UNKNOWN);
                    assertThat(event.grounds()).isNull();
                    assertThat(event.sealedText())
                            .as("a text in clear is dropped")
                            .isNull();
                });
    }

    @Test
    void writesSnakeCaseWithoutEmptyFields() {
        String json = new String(codec.encode(new Submission(null, "x", null, true)), UTF_8);
        assertThat(json).isEqualTo("{\"text\":\"x\",\"return_decision_process\":true}");
        assertThat(new String(codec.encode(Messages.event()), UTF_8))
                .contains("\"occurred_at\":\"2026-11-21T10:15:30.123456789Z\"")
                .contains("\"status\":\"degraded\"")
                .contains("\"branch\":\"llm_guard\"");
    }

    @Test
    void refusesBodiesOverTheLimitUnread() {
        assertThat(codec.decode(new byte[MessageCodec.MAX_BYTES + 1], Submission.class))
                .isEqualTo(new Decoded.Malformed<>("", "larger than " + MessageCodec.MAX_BYTES + " bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"text\":"})
    void survivesDeepNesting(String opening) {
        byte[] deep = opening.repeat(20_000).getBytes(UTF_8);
        assertThat(codec.decode(deep, Detected.class)).isInstanceOf(Decoded.Malformed.class);
        assertThat(codec.decode(("{\"more\":" + new String(deep, UTF_8)).getBytes(UTF_8), GuardDecision.class))
                .isInstanceOf(Decoded.Malformed.class);
    }

    /** Copies of the message's JSON with one value replaced, for each value in turn. */
    private void eachMutation(VigilMessage message, List<String> kinds, Consumer<byte[]> check) {
        int places = places(Json.mapper().readTree(codec.encode(message)), new ArrayList<>());
        assertThat(places).isPositive();
        for (int place = 0; place < places; place++) {
            for (String kind : kinds) {
                JsonNode tree = Json.mapper().readTree(codec.encode(message));
                var found = new ArrayList<Runnable>();
                collect(tree, kind, found);
                found.get(place).run();
                check.accept(Json.mapper().writeValueAsBytes(tree));
            }
        }
    }

    private static int places(JsonNode tree, List<Runnable> found) {
        collect(tree, "missing", found);
        return found.size();
    }

    private static void collect(JsonNode node, String kind, List<Runnable> found) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                found.add(() -> replace(object, name, kind));
                collect(object.path(name), kind, found);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> collect(child, kind, found));
        }
    }

    private static void replace(ObjectNode object, String name, String kind) {
        switch (kind) {
            case "missing" -> object.remove(name);
            case "null" -> object.putNull(name);
            case "text" -> object.put(name, MARKER);
            case "object" -> object.putObject(name).put(MARKER, MARKER);
            case "key" -> object.putObject(name).putObject(MARKER).put(MARKER, MARKER);
            case "array" -> object.putArray(name).add(MARKER);
            default -> object.put(name, 3133731337L);
        }
    }

    /** Components that are not marked as nullable hold something, at every depth. */
    private static void assertComplete(@Nullable Object value) {
        switch (value) {
            case Record message -> {
                for (RecordComponent component : message.getClass().getRecordComponents()) {
                    Object part = part(message, component);
                    if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        assertThat(part).as(component.toString()).isNotNull();
                    }
                    assertComplete(part);
                }
            }
            case Collection<?> parts -> parts.forEach(MessageCodecTest::assertComplete);
            case Map<?, ?> parts -> parts.values().forEach(MessageCodecTest::assertComplete);
            case null, default -> {}
        }
    }

    private static @Nullable Object part(Record message, RecordComponent component) {
        try {
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
