package io.vigil.cli.events;

import io.vigil.cli.remote.Remote.Reply;
import io.vigil.cli.remote.RemoteOptions;
import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./vigil replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Show what another policy would have decided about stored events. Changes nothing.")
public final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final RemoteOptions gateway = new RemoteOptions();

    @Parameters(
            paramLabel = "POLICY",
            description = "JSON file with the arbiter's policy, or with the parts that are to change")
    private Path policy = Path.of("");

    @Option(names = "--from", description = "first time: 2026-11-21T12:00:00Z, or 6h or 7d for so long ago")
    private @Nullable String from;

    @Option(names = "--to", description = "first time that is left out, written alike")
    private @Nullable String to;

    @Option(names = "--limit", defaultValue = "10000", description = "most events, newest first (${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--tenant", description = "only this tenant")
    private @Nullable String tenant;

    @Option(names = "--json", description = "print the answer as it came")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Reply reply = gateway.remote().call("POST", "/v1/policy/replay", request());
        if (!reply.done()) {
            System.err.println(reply.problem());
            return 1;
        }
        if (json) {
            System.out.println(reply.body());
        } else {
            show(reply.json());
        }
        return 0;
    }

    private Map<String, Object> request() throws IOException {
        var now = Instant.now();
        var request = new HashMap<String, Object>();
        request.put("policy", candidate());
        request.put("limit", limit);
        if (from != null) {
            request.put("from", Times.of(from, now).toString());
        }
        if (to != null) {
            request.put("to", Times.of(to, now).toString());
        }
        if (tenant != null) {
            request.put("tenant", tenant);
        }
        return request;
    }

    private JsonNode candidate() throws IOException {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(policy));
        } catch (JacksonException e) {
            throw new IOException(policy + " is not JSON", e);
        }
    }

    private static void show(JsonNode answer) {
        System.out.println("%d events decided again: %d the same, %d otherwise, %d not certain"
                .formatted(
                        answer.path("events").asLong(0),
                        answer.path("unchanged").asLong(0),
                        answer.path("changed").asLong(0),
                        answer.path("undetermined").asLong(0)));
        if (!answer.path("complete").asBoolean(true)) {
            System.out.println("there are more in this time: --limit");
        }
        if (answer.path("decisions").isEmpty()) {
            return;
        }
        var table = new TextTable("was", "would be", "events");
        for (JsonNode cell : answer.path("decisions")) {
            table.row(
                    cell.path("from").asString(""),
                    cell.path("to").asString(""),
                    cell.path("count").asLong(0));
        }
        System.out.println(table);
        if (!answer.path("examples").isEmpty()) {
            var examples = new TextTable("was", "would be", "score", "would score", "event", "text");
            for (JsonNode example : answer.path("examples")) {
                examples.row(
                        example.path("from").asString(""),
                        example.path("to").asString(""),
                        example.path("score_before").asInt(0),
                        example.path("score_after").asInt(0),
                        example.path("event_id").asString(""),
                        shortened(example.path("text_excerpt").asString("")));
            }
            System.out.println(examples);
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
