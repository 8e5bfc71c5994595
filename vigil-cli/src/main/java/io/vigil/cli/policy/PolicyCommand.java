package io.vigil.cli.policy;

import io.vigil.cli.remote.AnswerOptions;
import io.vigil.cli.remote.Remote;
import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./vigil policy}: get, put, diff, history, rollback. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "What decides between allow, sanitise and block: get, put, diff, history, rollback.")
public final class PolicyCommand implements Runnable {

    private static final String ROOT = "/v1/policy";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: get, put, diff, history or rollback");
        }
    }

    @Command(name = "get", mixinStandardHelpOptions = true, description = "Print the policy that holds.")
    int get(@Mixin AnswerOptions gateway) throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT);
        return gateway.shown(answer, () -> {
            System.err.println("revision " + answer.tag().replace("\"", ""));
            System.out.println(answer.pretty());
        });
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Replace the policy by a document; the difference is printed.")
    int put(
            @Parameters(paramLabel = "FILE", description = "the whole policy as JSON; - reads the standard input")
                    Path file,
            @Option(names = "--dry-run", description = "only say what would change") boolean dryRun,
            @Option(
                            names = "--revision",
                            paramLabel = "N",
                            description = "refuse unless this revision holds; default: the one that holds now")
                    @Nullable Long revision,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        String document = Documents.read(file);
        if (dryRun) {
            Remote.Reply answer = gateway.send("PUT", ROOT + "?dryRun=true", document, null);
            return gateway.shown(answer, () -> {
                changes(answer.json());
                JsonNode replay = answer.json().path("replay");
                System.out.println(
                        replay.path("available").asBoolean()
                                ? "past decisions: " + replay.path("result")
                                : "past decisions were not tried: "
                                        + replay.path("reason").asString(""));
            });
        }
        String tag = revision == null ? gateway.get(ROOT).tag() : "\"" + revision + "\"";
        return told(gateway, gateway.send("PUT", ROOT, document, tag));
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Print the difference between two revisions.")
    int diff(
            @Parameters(paramLabel = "FROM", description = "number of a revision; 0 is the built-in policy") long from,
            @Parameters(paramLabel = "TO", description = "number of a revision") long to,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT + "/diff?from=" + from + "&to=" + to);
        return gateway.shown(answer, () -> changes(answer.json()));
    }

    @Command(name = "history", mixinStandardHelpOptions = true, description = "List the revisions that are kept.")
    int history(@Mixin AnswerOptions gateway) throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT + "/history");
        return gateway.shown(answer, () -> {
            var table = new TextTable("revision", "at", "who", "what");
            answer.json()
                    .path("revisions")
                    .forEach(entry -> table.row(
                            entry.path("revision").asLong(),
                            entry.path("at").asString(""),
                            entry.path("actor").asString("-"),
                            entry.path("deleted").asBoolean()
                                    ? "deleted"
                                    : entry.path("action").asString("stored past the gateway")));
            System.out.println(answer.json().path("revisions").isEmpty() ? "the built-in policy holds" : table);
        });
    }

    @Command(name = "rollback", mixinStandardHelpOptions = true, description = "Make an earlier revision hold again.")
    int rollback(
            @Parameters(paramLabel = "REVISION", description = "its number; 0 is the built-in policy") long revision,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        return told(gateway, gateway.send("POST", ROOT + "/rollback", "{\"revision\":" + revision + "}", null));
    }

    private static int told(AnswerOptions gateway, Remote.Reply answer) {
        return gateway.shown(answer, () -> {
            changes(answer.json());
            System.out.println("revision " + answer.json().path("revision").asLong() + " holds");
        });
    }

    private static void changes(JsonNode answer) {
        JsonNode changes = answer.path("changes");
        if (changes.isEmpty()) {
            System.out.println("no difference");
        }
        changes.forEach(change -> System.out.println("%s %s: %s -> %s"
                .formatted(
                        change.path("op").asString(""),
                        change.path("path").asString(""),
                        change.has("before") ? change.path("before") : "(nothing)",
                        change.has("value") ? change.path("value") : "(nothing)")));
    }
}
