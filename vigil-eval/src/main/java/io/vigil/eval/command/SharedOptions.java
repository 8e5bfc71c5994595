package io.vigil.eval.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What both commands take. */
final class SharedOptions {

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "files with one JSON object per line")
    private List<Path> files = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "at most N rows of each file, drawn evenly")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--json", paramLabel = "FILE", description = "also write the figures to a file")
    private @Nullable Path json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    List<Path> files() {
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no FILE was named");
        }
        return files;
    }

    int limit() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
        }
        return limit;
    }

    void writeJson(JsonNode figures) throws IOException {
        if (json != null) {
            Files.writeString(
                    json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
        }
    }
}
