package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nats.client.Connection;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request, over real HTTP. After each the stream is still empty and no log has seen the secret. */
class BadInputIT {

    private static final String SECRET = "planted-secret-4711";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection connection;
    static LogCapture logs;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url());
        connection = nats.connect();
        logs = LogCapture.start();
    }

    @AfterAll
    static void stop() {
        logs.close();
        gateway.close();
    }

    @AfterEach
    void nothingReachedTheStream() throws Exception {
        var state =
                connection.jetStreamManagement().getStreamInfo(Streams.VIGIL).getStreamState();
        assertThat(state.getLastSequence()).isZero();
        // What the HTTP server itself would print at TRACE is not ours to silence; none of our own lines has it.
        assertThat(logs.containing(SECRET).stream().filter(entry -> entry.contains(" io.vigil")))
                .isEmpty();
    }

    static Stream<Arguments> invalidFields() {
        return Stream.of(
                arguments("{}", "/text", "is required"),
                arguments("{\"content\":\"x\"}", "/text", "is required"),
                arguments("{\"text\":\"\"}", "/text", "must not be empty or blank"),
                arguments("{\"text\":\" \\t\\n\\u2003\"}", "/text", "must not be empty or blank"),
                arguments("{\"text\":null}", "/text", "must be a string"),
                arguments("{\"text\":4711}", "/text", "must be a string"),
                arguments("{\"text\":true}", "/text", "must be a string"),
                arguments("{\"text\":[\"" + SECRET + "\"]}", "/text", "must be a string"),
                arguments("{\"text\":{\"a\":\"" + SECRET + "\"}}", "/text", "must be a string"),
                arguments("{\"text\":\"" + "a".repeat(100_001) + "\"}", "/text", "100000"),
                arguments("{\"text\":\"" + "😀".repeat(100_001) + "\"}", "/text", "100000"),
                arguments("{\"text\":\"half \\ud83d pair\"}", "/text", "surrogate"),
                arguments("{\"text\":\"half \\ude00 pair\"}", "/text", "surrogate"),
                arguments("{\"text\":\"\\ude00\\ud83d\"}", "/text", "surrogate"),
                arguments("{\"text\":\"a\",\"text\":\"b\"}", "/text", "must be given once"),
                arguments("{\"text\":\"a\",\"mode\":\"" + SECRET + "\"}", "/mode", "must be one of: fast, full"),
                arguments("{\"text\":\"a\",\"mode\":\"FAST\"}", "/mode", "must be one of: fast, full"),
                arguments("{\"text\":\"a\",\"mode\":1}", "/mode", "must be one of: fast, full"),
                arguments("{\"text\":\"a\",\"mode\":[\"fast\"]}", "/mode", "must be one of: fast, full"),
                arguments("{\"text\":\"a\",\"source\":\"" + SECRET + "\"}", "/source", "must be one of: user_input"),
                arguments("{\"text\":\"a\",\"source\":\"\"}", "/source", "must be one of"),
                arguments("{\"text\":\"a\",\"source\":3}", "/source", "tool_output, document"),
                arguments(
                        "{\"text\":\"a\",\"return_decision_process\":\"true\"}",
                        "/return_decision_process",
                        "must be true or false"),
                arguments(
                        "{\"text\":\"a\",\"return_decision_process\":1}",
                        "/return_decision_process",
                        "must be true or false"),
                arguments("[\"" + SECRET + "\"]", "", "must be a JSON object"),
                arguments("\"" + SECRET + "\"", "", "must be a JSON object"),
                arguments("null", "", "must be a JSON object"));
    }

    @ParameterizedTest
    @MethodSource("invalidFields")
    void namesTheFieldAtFault(String body, String pointer, String detail) throws Exception {
        Exchange exchange = gateway.post("/v1/guard/input", body);

        assertProblem(exchange, 400, "invalid_request");
        assertThat(exchange.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
        assertThat(exchange.json().path("errors").path(0).path("detail").asString())
                .contains(detail);
    }

    @Test
    void namesAllFieldsAtFault() throws Exception {
        Exchange exchange = gateway.post("/v1/guard/output", "{\"mode\":\"x\",\"return_decision_process\":\"y\"}");

        assertThat(exchange.json().path("errors").findValuesAsString("pointer"))
                .containsExactly("/mode", "/return_decision_process", "/text");
    }

    static Stream<byte[]> malformed() {
        return Stream.of(
                        "",
                        " ",
                        "{",
                        "{\"text\":\"" + SECRET,
                        "{\"text\":\"" + SECRET + "\"} trailing",
                        "{\"text\":\"" + SECRET + "\"}{}",
                        "{text:\"" + SECRET + "\"}",
                        "{'text':'" + SECRET + "'}",
                        "{\"text\":\"" + SECRET + "\",}",
                        "{\"text\":\"" + SECRET + "\\x\"}",
                        SECRET,
                        "{\"text\":\"" + SECRET + "\",\"deep\":" + "[".repeat(5000),
                        "{\"text\":\"" + SECRET + "\",\"n\":1e}",
                        // a byte that no UTF-8 text has
                        "{\"text\":\"" + SECRET + "\u00ff\"}")
                .map(body -> body.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNotJson(byte[] body) throws Exception {
        Exchange exchange = gateway.send(gateway.request("/v1/analyze")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());

        assertProblem(exchange, 400, "malformed_json");
    }

    @ParameterizedTest
    @MethodSource("contentTypes")
    void refusesOtherContentTypes(String contentType) throws Exception {
        HttpRequest.Builder request =
                gateway.request("/v1/guard/input").POST(BodyPublishers.ofString("{\"text\":\"" + SECRET + "\"}"));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }

        assertProblem(gateway.send(request.build()), 415, "unsupported_media_type");
    }

    static Stream<String> contentTypes() {
        return Stream.of("", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense");
    }

    @Test
    void refusesALargeAnnouncedBody() throws Exception {
        assertProblem(gateway.post("/v1/guard/input", large()), 413, "body_too_large");
    }

    @Test
    void refusesALargeStreamedBody() throws Exception {
        byte[] body = large().getBytes(UTF_8);

        Exchange exchange = gateway.send(gateway.request("/v1/guard/input")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertProblem(exchange, 413, "body_too_large");
        assertThat(exchange.text("detail")).contains("2097152");
    }

    private static String large() {
        var filler = new char[2_200_000];
        Arrays.fill(filler, 'a');
        return "{\"text\":\"" + SECRET + new String(filler) + "\"}";
    }

    static Stream<Arguments> wrongRequests() {
        return Stream.of(
                arguments("GET", "/v1/guard/input", "*/*", 405, "method_not_allowed"),
                arguments("PUT", "/v1/analyze", "*/*", 405, "method_not_allowed"),
                arguments("POST", "/v1/" + SECRET, "*/*", 404, "not_found"),
                arguments("GET", "/" + SECRET + "/x", "text/html", 404, "not_found"),
                arguments("POST", "/v1/guard/input", "text/html", 406, "not_acceptable"),
                arguments("POST", "/health", "*/*", 405, "method_not_allowed"));
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void answersOtherErrorsWithProblemsToo(String method, String path, String accept, int status, String code)
            throws Exception {
        Exchange exchange = gateway.send(gateway.request(path)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .method(method, BodyPublishers.ofString("{\"text\":\"" + SECRET + "\"}"))
                .build());

        assertProblem(exchange, status, code);
        assertThat(exchange.header("Allow").isEmpty()).isEqualTo(status != 405);
    }

    @Test
    void answersABrokenUrlWithAProblem() throws Exception {
        String response = raw("GET /" + SECRET + "%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "X-Request-Id: ", "\"code\":\"bad_request\"")
                .doesNotContain(SECRET);
    }

    /** Sends what no client library would. */
    private static String raw(String request) throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.root().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void assertProblem(Exchange exchange, int status, String code) {
        assertThat(exchange.status()).as(exchange.body()).isEqualTo(status);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(exchange.text("code")).isEqualTo(code);
        assertThat(exchange.json().path("status").asInt()).isEqualTo(status);
        assertThat(exchange.text("type")).isEqualTo("urn:vigil:problem:" + code.replace('_', '-'));
        assertThat(exchange.text("title")).isNotBlank();
        assertThat(exchange.text("detail")).isNotBlank();
        assertThat(exchange.text("request_id")).isEqualTo(exchange.header("X-Request-Id"));
        assertThat(exchange.text("instance")).isEqualTo("urn:vigil:request:" + exchange.text("request_id"));
        assertThat(exchange.body()).doesNotContain(SECRET);
        assertThat(exchange.response().headers().map().toString()).doesNotContain(SECRET);
    }
}
