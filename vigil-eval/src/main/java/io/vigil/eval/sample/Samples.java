package io.vigil.eval.sample;

import io.vigil.message.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled texts.
 *
 * @param texts in the order of the file
 * @param passedOver how many rows hold no text that the guard would accept
 */
public record Samples(List<Sample> texts, int passedOver) {

    private static final String UNKNOWN = "unknown";

    public Samples {
        texts = List.copyOf(texts);
    }

    /**
     * The texts of one file: {@code {"text","label","kind","lang","direction"}} per line, of which the last three may
     * be missing; {@code label} is {@code attack} or {@code benign}, {@code direction} the wire name of a {@link Source},
     * {@code user_input} where it is missing.
     *
     * @param most how many at most, drawn evenly; at least 1
     * @throws IOException the file cannot be read, or a row is not as it should be
     */
    public static Samples read(Path file, int most) throws IOException {
        var samples = new ArrayList<Sample>();
        int passedOver = 0;
        for (Row row : JsonLines.read(file, most)) {
            if (row.required("text").isBlank()) {
                passedOver++;
            } else {
                samples.add(sample(row));
            }
        }
        return new Samples(samples, passedOver);
    }

    private static Sample sample(Row row) throws UnreadableFileException {
        boolean attack = switch (row.required("label")) {
            case "attack" -> true;
            case "benign" -> false;
            default -> throw row.refused("has a label other than attack and benign");
        };
        return new Sample(
                row.place(),
                row.required("text"),
                attack,
                row.optional("kind", UNKNOWN),
                row.optional("lang", UNKNOWN),
                source(row));
    }

    private static Source source(Row row) throws UnreadableFileException {
        String name = row.optional("direction", Source.USER_INPUT.wireName());
        return Arrays.stream(Source.values())
                .filter(source -> source.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> row.refused("has an unknown direction"));
    }
}
