package io.vigil.cli.deadletter;

import io.vigil.cli.remote.AnswerOptions;
import io.vigil.cli.remote.Remote;
import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./vigil dlq}: list, show, redrive, purge. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = "Messages that a worker gave up: list, show, redrive, purge.")
public final class DlqCommand implements Runnable {

    private static final String ROOT = "/v1/dlq";
    private static final int MOST = 10_000;
    private static final int PAGE = 500;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: list, show, redrive or purge");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List dead letters, oldest first.")
    int list(
            @Option(names = "--limit", defaultValue = "50", description = "most to show, up to 500 (${DEFAULT-VALUE})")
                    int limit,
            @Mixin Letters letters,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT + "?limit=" + Math.min(PAGE, Math.max(1, limit)) + letters.parameters());
        return gateway.shown(answer, () -> System.out.println(table(answer.json())));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show the headers of one dead letter; its body only when asked: it holds the guarded text.")
    int show(
            @Parameters(paramLabel = "SEQ", description = "its number in ./vigil dlq list") long sequence,
            @Option(
                            names = "--body",
                            description = "also print the body, read from NATS itself: the gateway shows it to nobody")
                    boolean body,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT + "/" + sequence);
        if (answer.status() == 404) {
            System.err.println("no dead letter " + sequence);
            return 1;
        }
        int status = gateway.shown(answer, () -> {
            var headers = new TreeMap<String, String>();
            answer.json()
                    .path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asString("")));
            headers.forEach((name, value) -> System.out.println(name + ": " + value));
            if (!body) {
                System.out.println(
                        "(" + answer.json().at("/letter/size").asInt() + " bytes of body: --body prints them)");
            }
        });
        return status == 0 && body ? StoredBody.print(sequence) : status;
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = "Give dead letters another chance: same request, a new message id.")
    int redrive(
            @Parameters(arity = "0..*", paramLabel = "SEQ", description = "numbers in ./vigil dlq list") @Nullable List<Long> sequences,
            @Option(names = "--all", description = "all of them, or those of --consumer, --reason …") boolean all,
            @Option(
                            names = "--rate",
                            defaultValue = "200",
                            description = "with --all: most in a second (${DEFAULT-VALUE})")
                    int rate,
            @Option(names = "--force", description = "also those that came back too often") boolean force,
            @Mixin Letters letters,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        if (spec != null && all != (sequences == null || sequences.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "redrive needs either numbers or --all");
        }
        if (all) {
            return redriveAll(rate, force, letters, gateway);
        }
        int failed = 0;
        for (Long sequence : sequences == null ? List.<Long>of() : sequences) {
            Remote.Reply answer =
                    gateway.send("POST", ROOT + "/" + sequence + "/redrive" + (force ? "?force=true" : ""), null, null);
            if (answer.status() == 404) {
                System.err.println("no dead letter " + sequence);
                failed++;
            } else {
                failed += gateway.shown(answer, () -> System.out.println(sentBack(answer.json())));
            }
        }
        return failed == 0 ? 0 : 1;
    }

    @Command(name = "purge", mixinStandardHelpOptions = true, description = "Throw old dead letters away, for good.")
    int purge(
            @Option(
                            names = "--older-than",
                            required = true,
                            paramLabel = "AGE",
                            description = "ISO 8601: P7D is seven days, PT12H twelve hours")
                    String age,
            @Mixin Letters letters,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        Remote.Reply answer =
                gateway.send("DELETE", ROOT + "?older_than=" + encoded(age) + letters.parameters(), null, null);
        return gateway.shown(
                answer,
                () -> System.out.println(answer.json().path("purged").asLong() + " thrown away"
                        + (answer.json().path("more").asBoolean() ? ", and more are left: once again" : "")));
    }

    private static int redriveAll(int rate, boolean force, Letters letters, AnswerOptions gateway)
            throws IOException, InterruptedException {
        String wish = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "filter",
                        letters.filter(),
                        "rate_per_second",
                        rate,
                        "cap",
                        Math.clamp(60L * rate, 1, MOST),
                        "force",
                        force));
        Remote.Reply answer = gateway.send("POST", ROOT + "/redrive", wish, null);
        return gateway.shown(answer, () -> {
            JsonNode json = answer.json();
            json.path("redriven").forEach(done -> System.out.println(sentBack(done)));
            if (json.path("parked").asInt() > 0) {
                System.err.println(
                        json.path("parked").asInt() + " came back too often and stay: --force takes them too");
            }
            if (json.has("stopped")) {
                System.err.println("stopped: " + json.path("stopped").asString(""));
            }
            if (json.path("more").asBoolean()) {
                System.err.println("more are left: once again");
            }
        });
    }

    private static String sentBack(JsonNode done) {
        return done.path("seq").asLong() + " -> " + done.path("subject").asString("")
                + (done.path("duplicate").asBoolean() ? " (already sent back)" : "");
    }

    private static String table(JsonNode page) {
        var table = new TextTable("seq", "stored at", "worker", "reason", "attempts", "redrives", "request", "error");
        page.path("letters")
                .forEach(letter -> table.row(
                        letter.path("seq").asLong(),
                        letter.path("stored_at").asString(""),
                        letter.path("consumer").asString(""),
                        letter.path("reason").asString(""),
                        letter.path("attempts").asInt(),
                        letter.path("redrives").asInt() + (letter.path("parked").asBoolean() ? " parked" : ""),
                        letter.path("request_id").asString(""),
                        letter.path("error").asString("")));
        int shown = page.path("letters").size();
        long more = page.at("/counts/total").asLong() - shown;
        return (shown == 0 ? "no dead letters" : table.toString())
                + (more > 0 ? System.lineSeparator() + "... and " + more + " more (--limit)" : "");
    }

    /** Which letters are meant. */
    static final class Letters {

        @Option(names = "--consumer", description = "only those that this worker gave up")
        private @Nullable String consumer;

        @Option(names = "--reason", description = "only those given up for this reason")
        private @Nullable String reason;

        @Option(names = "--subject", description = "only those of this subject; may end in .>")
        private @Nullable String subject;

        @Option(names = "--tenant", description = "only those of this tenant")
        private @Nullable String tenant;

        Map<String, String> filter() {
            var given = new TreeMap<String, String>();
            put(given, "consumer", consumer);
            put(given, "reason", reason);
            put(given, "subject", subject);
            put(given, "tenant", tenant);
            return given;
        }

        String parameters() {
            var text = new StringBuilder();
            filter().forEach((name, value) ->
                    text.append('&').append(name).append('=').append(encoded(value)));
            return text.toString();
        }

        private static void put(Map<String, String> given, String name, @Nullable String value) {
            if (value != null) {
                given.put(name, value);
            }
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
