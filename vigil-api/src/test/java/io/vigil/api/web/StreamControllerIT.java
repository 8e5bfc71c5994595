package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.message.Decision;
import io.vigil.message.GuardDecision;
import io.vigil.message.Submission;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.wire.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

class StreamControllerIT {

    private static final String PATH = "/v1/guard/output/stream";

    /** Half a character can only be written as an escape. */
    private static final ObjectWriter ASCII = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection connection;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.stream.window=32", "--vigil.api.timeout=30s");
        connection = Nats.connect(nats.url());
        pipeline = new PlayedPipeline(connection, StreamControllerIT::decide);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        connection.close();
        gateway.close();
    }

    private static GuardDecision decide(Submission submission) {
        String text = submission.text();
        if (text.contains("ATTACK")) {
            return PlayedPipeline.decision(submission, Decision.BLOCK, 95, null, "No.");
        }
        return text.contains("jan@example.org")
                ? PlayedPipeline.decision(
                        submission, Decision.SANITIZE, 10, text.replace("jan@example.org", "[EMAIL]"), null)
                : PlayedPipeline.decision(submission, Decision.ALLOW, 3, null, null);
    }

    private static Exchange stream(List<String> pieces, String accept) throws Exception {
        var body = new StringBuilder();
        for (String piece : pieces) {
            body.append(ASCII.writeValueAsString(Map.of("text", piece))).append('\n');
        }
        return gateway.send(gateway.request(PATH)
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static List<JsonNode> events(List<String> pieces) throws Exception {
        Exchange exchange = stream(pieces, "application/x-ndjson");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).startsWith("application/x-ndjson");
        return exchange.body().lines().map(line -> Json.mapper().readTree(line)).toList();
    }

    private static String text(List<JsonNode> events) {
        var text = new StringBuilder();
        events.forEach(event -> text.append(event.path("text").asString("")));
        return text.toString();
    }

    private static List<String> cut(String text, int size) {
        var pieces = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
        return pieces;
    }

    @Test
    void releasesHarmlessTextAndEndsWithTheVerdictOnTheWhole() throws Exception {
        String whole =
                "All is well here, and this sentence goes on. ".repeat(20).strip();

        for (int size : new int[] {1, 7, 100, 5_000}) {
            var events = events(cut(whole, size));
            assertThat(text(events)).isEqualTo(whole);
            var last = events.getLast();
            assertThat(last.path("event").asString()).isEqualTo("verdict");
            assertThat(last.path("complete").asBoolean()).isTrue();
            assertThat(last.at("/verdict/decision").asString()).isEqualTo("ALLOW");
            assertThat(last.at("/verdict/categories/0").asString()).isEqualTo(whole);
        }
    }

    @Test
    void redactsPersonalDataThatSpansPieces() throws Exception {
        String start = "Everything here is harmless enough to be shown. ".repeat(4);
        String end = " is the address, and the text goes on for a while after it. "
                .repeat(3)
                .strip();

        var events = events(cut(start + "jan@example.org" + end, 3));

        assertThat(text(events)).isEqualTo(start + "[EMAIL]" + end);
        assertThat(events.getLast().at("/verdict/decision").asString()).isEqualTo("SANITIZE");
        assertThat(events.getLast().path("complete").asBoolean()).isTrue();
    }

    @Test
    void endsWithABlockAndReleasesNothingOfTheAttack() throws Exception {
        String start = "Everything here is harmless enough to be shown. ".repeat(4);

        var events = events(cut(start + "ATTACK and what follows it for a good while. " + start, 5));

        assertThat(start).startsWith(text(events));
        assertThat(events.getLast().path("event").asString()).isEqualTo("blocked");
        assertThat(events.getLast().at("/verdict/block_message").asString()).isEqualTo("No.");
        assertThat(events.getLast().at("/verdict/threat_score").asInt()).isEqualTo(95);
    }

    @Test
    void speaksServerSentEventsBothWays() throws Exception {
        Exchange exchange = gateway.send(gateway.request(PATH)
                .header("Content-Type", "text/event-stream")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("""
                        event: text
                        data: {"text":"Good "}

                        : alive

                        data: {"text":"morning"}

                        data: [DONE]

                        """))
                .build());

        assertThat(exchange.header("Content-Type")).startsWith("text/event-stream");
        assertThat(exchange.body())
                .startsWith(
                        "event: text\ndata: {\"event\":\"text\",\"text\":\"Good morning\"}\n\nevent: verdict\ndata: {");
    }

    @Test
    void takesCharactersThatAreCutInTwo() throws Exception {
        assertThat(text(events(List.of("smile \uD83D", "\uDE00 now")))).isEqualTo("smile \uD83D\uDE00 now");
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        assertThat(stream(List.of(), "application/x-ndjson").status()).isEqualTo(400);
        assertThat(stream(List.of("  "), "application/x-ndjson").text("code")).isEqualTo("invalid_request");
        assertThat(stream(List.of("half \uD83D"), "application/x-ndjson").status())
                .isEqualTo(400);
        var wrong = gateway.send(gateway.request(PATH + "?mode=slow")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{\"text\":\"x\"}"))
                .build());
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/mode");
    }

    @Test
    void tellsInTheStreamWhatIsNoPiece() throws Exception {
        var body = new HashMap<String, String>();
        body.put("text", "Everything here is harmless enough to be shown. ".repeat(10));
        Exchange exchange = gateway.send(gateway.request(PATH)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(Json.mapper().writeValueAsString(body) + "\nnonsense\n"))
                .build());

        // Whether the first piece was checked before the second came is chance; what is said about the second is not.
        JsonNode last = Json.mapper().readTree(exchange.body().lines().toList().getLast());
        JsonNode problem = last.has("problem") ? last.path("problem") : last;
        assertThat(problem.path("code").asString()).isEqualTo("malformed_json");
    }

    /** One connection, both directions at once, as a proxy in front of a model uses it. */
    @Test
    void releasesWhileTheTextIsStillBeingWritten() throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.root().getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(out, "{\"text\":\"" + "Everything here is harmless. ".repeat(10) + "\"}\n");

            String line = in.readLine();
            while (!line.startsWith("{")) {
                line = in.readLine();
            }
            assertThat(line).contains("\"event\":\"text\"").contains("Everything here is harmless.");

            chunk(out, "{\"text\":\"ATTACK\"}\n");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (!line.contains("\"blocked\"")) {
                line = in.readLine();
            }
            assertThat(line).contains("\"block_message\":\"No.\"");
        }
    }

    private static void chunk(java.io.OutputStream out, String text) throws java.io.IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
