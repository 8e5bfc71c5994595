package io.vigil.cli.command;

import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What waits in the streams, as the gateway reports it. */
final class QueueStatus {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private QueueStatus() {}

    /** A table of consumers and the number of dead letters, or why there is none. */
    static String of(URI api) {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/health/nats"))
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            String body =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return table(JsonMapper.shared().readTree(body));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        } catch (IOException | JacksonException e) {
            return "the gateway at " + api + " does not answer: no numbers of the queue";
        }
    }

    private static String table(JsonNode state) {
        TextTable table = new TextTable("consumer", "pending", "ack pending", "redelivered", "open pulls");
        for (JsonNode consumer : state.path("consumers")) {
            table.row(
                    consumer.path("name").asString(""),
                    consumer.path("pending").asLong(0),
                    consumer.path("ack_pending").asLong(0),
                    consumer.path("redelivered").asLong(0),
                    consumer.path("waiting").asLong(0));
        }
        long deadLetters = state.path("dead_letters").asLong(0);
        String note = deadLetters == 0 ? "" : ": look at them with ./vigil dlq list";
        return table + System.lineSeparator() + System.lineSeparator() + "dead letters: " + deadLetters + note;
    }
}
