package io.vigil.cli.events;

import io.vigil.cli.remote.Remote.Reply;
import io.vigil.cli.remote.RemoteOptions;
import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./vigil events}. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "List what was decided, newest first; of the last day unless a time is named.")
public final class EventsCommand implements Callable<Integer> {

    @Mixin
    private final RemoteOptions gateway = new RemoteOptions();

    @Option(names = "--from", description = "first time: 2026-11-21T12:00:00Z, or 6h or 7d for so long ago")
    private @Nullable String from;

    @Option(names = "--to", description = "first time that is left out, written alike")
    private @Nullable String to;

    @Option(names = "--decision", description = "only ALLOW, SANITIZE, BLOCK or EXPIRED")
    private @Nullable String decision;

    @Option(names = "--min-score", description = "only scores from here")
    private @Nullable Integer minScore;

    @Option(names = "--category", description = "only this family of attack")
    private @Nullable String category;

    @Option(names = "--tenant", description = "only this tenant")
    private @Nullable String tenant;

    @Option(names = "--search", paramLabel = "WORDS", description = "only texts with all these words")
    private @Nullable String words;

    @Option(names = "--limit", defaultValue = "50", description = "most to show, up to 500 (${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "print the answer as it came")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Reply reply = gateway.remote().call("GET", "/v1/events?" + query(), null);
        if (!reply.done()) {
            System.err.println(reply.problem());
            return 1;
        }
        System.out.println(json ? reply.body() : table(reply.json().path("events")));
        if (!json && reply.json().has("next_cursor")) {
            System.out.println("... and more: --limit, or a shorter time");
        }
        return 0;
    }

    private String query() {
        var now = Instant.now();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("limit", limit);
        put(parameters, "from", from == null ? null : Times.of(from, now));
        put(parameters, "to", to == null ? null : Times.of(to, now));
        put(parameters, "decision", decision);
        put(parameters, "min_score", minScore);
        put(parameters, "category", category);
        put(parameters, "tenant", tenant);
        put(parameters, "q", words);
        return parameters.entrySet().stream()
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static String table(JsonNode events) {
        if (events.isEmpty()) {
            return "no events";
        }
        var table = new TextTable("time", "decision", "score", "categories", "tenant", "event");
        for (JsonNode event : events) {
            table.row(
                    event.path("occurred_at").asString(""),
                    event.path("decision").asString(""),
                    event.path("threat_score").asInt(0),
                    Lists.joined(event.path("categories")),
                    event.path("tenant").asString(""),
                    event.path("event_id").asString(""));
        }
        return table.toString();
    }
}
