package io.vigil.eval.annotation;

import io.vigil.eval.sample.JsonLines;
import io.vigil.eval.sample.Row;
import io.vigil.eval.sample.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A text with the personal data in it.
 *
 * @param place where it stands
 * @param text text of somebody, which reaches no log and no report unless it is asked for
 * @param annotations what is in it
 */
public record AnnotatedText(Sample.Place place, String text, List<Annotation> annotations) {

    public AnnotatedText {
        annotations = List.copyOf(annotations);
    }

    /**
     * The texts of one file: {@code {"text","spans":[{"start","end","entity"}]}} per line, positions in Unicode code
     * points; rows with a blank text are left out.
     *
     * @param most how many at most, drawn evenly; at least 1
     * @throws IOException the file cannot be read, or a row is not as it should be
     */
    public static List<AnnotatedText> read(Path file, int most, EntityNames names) throws IOException {
        var texts = new ArrayList<AnnotatedText>();
        for (Row row : JsonLines.read(file, most)) {
            String text = row.required("text");
            if (!text.isBlank()) {
                texts.add(new AnnotatedText(row.place(), text, annotations(row, text, names)));
            }
        }
        return texts;
    }

    /** The characters of an annotation. */
    public String quoted(Annotation annotation) {
        return text.substring(
                text.offsetByCodePoints(0, annotation.start()), text.offsetByCodePoints(0, annotation.end()));
    }

    private static List<Annotation> annotations(Row row, String text, EntityNames names) throws IOException {
        int length = text.codePointCount(0, text.length());
        var annotations = new ArrayList<Annotation>();
        for (JsonNode span : row.fields().path("spans")) {
            int start = span.path("start").asInt(-1);
            int end = span.path("end").asInt(-1);
            String entity = span.path("entity").asString("");
            if (start < 0 || end <= start || end > length || entity.isBlank()) {
                throw row.refused("has a span without entity or outside the text");
            }
            annotations.add(new Annotation(names.catalogueName(entity), start, end));
        }
        return annotations;
    }
}
