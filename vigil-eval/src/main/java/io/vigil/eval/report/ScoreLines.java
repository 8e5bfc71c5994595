package io.vigil.eval.report;

import io.vigil.eval.scoring.Scored;
import io.vigil.wire.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object per text: where it stands and what it scored, for tuning; never the text. */
public final class ScoreLines {

    private ScoreLines() {}

    /** Writes a file anew. */
    public static void write(Path file, List<Scored> scored) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Scored one : scored) {
                out.write(Json.mapper().writeValueAsString(line(one)));
                out.newLine();
            }
        }
    }

    private static ObjectNode line(Scored one) {
        var sample = one.sample();
        var judgement = one.judgement();
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("file", sample.place().file());
        json.put("line", sample.place().line());
        json.put("label", sample.attack() ? "attack" : "benign");
        json.put("kind", sample.kind());
        json.put("lang", sample.language());
        json.put("decision", judgement.decision().name());
        json.put("threat_score", judgement.threatScore());
        new TreeMap<>(judgement.branches()).forEach((branch, score) -> json.put(branch.wireName(), score));
        return json;
    }
}
