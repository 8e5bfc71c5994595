package io.vigil.eval.sample;

import io.vigil.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Files with one JSON object per line. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * The objects of a file; empty lines are passed over.
     *
     * @param file UTF-8
     * @param most how many at most, drawn evenly from the whole file; at least 1
     * @throws IOException the file cannot be read, or a line is not a JSON object
     */
    public static List<Row> read(Path file, int most) throws IOException {
        var rows = new ArrayList<Row>();
        String name = String.valueOf(file.getFileName());
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(row(new Sample.Place(name, number), line));
                }
            }
        }
        return drawn(rows, most);
    }

    private static Row row(Sample.Place place, String line) throws UnreadableFileException {
        try {
            JsonNode fields = Json.mapper().readTree(line);
            if (fields.isObject()) {
                return new Row(place, fields);
            }
        } catch (JacksonException quotesTheLine) {
            throw new UnreadableFileException(place, "is not JSON");
        }
        throw new UnreadableFileException(place, "is not a JSON object");
    }

    /** Files are often sorted by label: the first lines alone would say little. */
    private static List<Row> drawn(List<Row> rows, int most) {
        if (rows.size() <= most) {
            return rows;
        }
        var drawn = new ArrayList<Row>(most);
        for (int i = 0; i < most; i++) {
            drawn.add(rows.get((int) ((long) i * rows.size() / most)));
        }
        return drawn;
    }
}
