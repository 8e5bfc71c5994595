package io.vigil.cli.policy;

import io.vigil.cli.remote.AnswerOptions;
import io.vigil.cli.remote.Remote;
import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./vigil patterns}: list, get, put, delete, test. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        description = "The families of attack patterns: list, get, put, delete, test.")
public final class PatternsCommand implements Runnable {

    private static final String ROOT = "/v1/patterns";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: list, get, put, delete or test");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the families.")
    int list(@Mixin AnswerOptions gateway) throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT);
        return gateway.shown(answer, () -> {
            var table = new TextTable("family", "patterns", "revision", "description");
            answer.json()
                    .path("families")
                    .forEach(family -> table.row(
                            family.path("family").asString(""),
                            family.path("patterns").asInt(),
                            family.path("revision").asLong() == 0
                                    ? "shipped"
                                    : family.path("revision").asLong(),
                            family.path("description").asString("")));
            System.out.println(table);
        });
    }

    @Command(name = "get", mixinStandardHelpOptions = true, description = "Print one family.")
    int get(
            @Parameters(paramLabel = "FAMILY", description = "its name in ./vigil patterns list") String family,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        Remote.Reply answer = gateway.get(ROOT + "/" + family);
        return gateway.shown(answer, () -> System.out.println(answer.pretty()));
    }

    @Command(name = "put", mixinStandardHelpOptions = true, description = "Replace one family by a document.")
    int put(
            @Parameters(paramLabel = "FAMILY", description = "its name in ./vigil patterns list") String family,
            @Parameters(paramLabel = "FILE", description = "the whole family as JSON; - reads the standard input")
                    Path file,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        String document = Documents.read(file);
        String tag = gateway.get(ROOT + "/" + family).tag();
        Remote.Reply answer = gateway.send("PUT", ROOT + "/" + family, document, tag);
        return gateway.shown(
                answer,
                () -> System.out.println(
                        "revision " + answer.json().path("revision").asLong() + " holds"));
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Bring the shipped patterns of a family back.")
    int delete(
            @Parameters(paramLabel = "FAMILY", description = "its name in ./vigil patterns list") String family,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        String tag = gateway.get(ROOT + "/" + family).tag();
        Remote.Reply answer = gateway.send("DELETE", ROOT + "/" + family, null, tag);
        return gateway.shown(answer, () -> System.out.println("the shipped patterns hold"));
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Say which patterns match where in texts.")
    int test(
            @Parameters(arity = "1..*", paramLabel = "TEXT", description = "texts to look at") List<String> texts,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "only with the patterns of this family document")
                    @Nullable Path file,
            @Option(names = "--family", paramLabel = "NAME", description = "only with the patterns of this family")
                    @Nullable String family,
            @Mixin AnswerOptions gateway)
            throws IOException, InterruptedException {
        var question = new TreeMap<String, Object>();
        question.put("texts", texts);
        if (family != null) {
            question.put("family", family);
        }
        if (file != null) {
            question.put("document", JsonMapper.shared().readTree(Documents.read(file)));
        }
        Remote.Reply answer =
                gateway.send("POST", ROOT + "/test", JsonMapper.shared().writeValueAsString(question), null);
        return gateway.shown(
                answer,
                () -> answer.json().path("results").forEach(result -> {
                    var table = new TextTable("family", "pattern", "severity", "view", "start", "end");
                    result.path("matches")
                            .forEach(match -> table.row(
                                    match.path("family").asString(""),
                                    match.path("pattern").asString(""),
                                    match.path("severity").asInt(),
                                    match.path("view").asString(""),
                                    match.path("start").asInt(),
                                    match.path("end").asInt()));
                    System.out.println(result.path("matches").isEmpty() ? "no match" : table);
                }));
    }
}
