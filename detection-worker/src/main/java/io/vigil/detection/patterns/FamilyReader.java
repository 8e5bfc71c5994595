package io.vigil.detection.patterns;

import io.vigil.detection.canonical.Canonicalizer;
import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.heuristics.pattern.FamilySpec;
import io.vigil.detection.heuristics.pattern.FamilySpec.PatternSpec;
import io.vigil.detection.heuristics.pattern.PatternLibrary;
import io.vigil.patternlibrary.PatternFaults.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes to a family of patterns that may be used: it compiles, each of its examples is found by its pattern and none of
 * its near misses is. Thread-safe; never throws on bad input.
 */
final class FamilyReader {

    private static final int MAX_PATTERNS = 200;
    private static final int MAX_EXAMPLES = 50;
    private static final int MAX_EXAMPLE = 2_000;
    private static final int MOST_FAULTS = 50;

    private final JsonMapper mapper = JsonMapper.shared()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Canonicalizer canonicalizer = new Canonicalizer();
    private final PatternLibrary.Vocabulary vocabulary = PatternLibrary.embeddedVocabulary();

    /**
     * What bytes turned out to be.
     *
     * @param spec null where there is a fault
     * @param library the family alone, compiled; null where there is a fault
     */
    record Read(@Nullable FamilySpec spec, @Nullable PatternLibrary library, List<Fault> faults) {

        static Read faulty(List<Fault> faults) {
            return new Read(null, null, List.copyOf(faults));
        }
    }

    /** Reads a document of a family. */
    Read read(AttackFamily family, byte[] json) {
        FamilySpec spec;
        try {
            spec = mapper.readValue(json, FamilySpec.class);
        } catch (JacksonException e) {
            return Read.faulty(List.of(fault(e)));
        }
        var faults = new ArrayList<Fault>();
        if (spec.family() != family) {
            faults.add(new Fault("/family", "must be " + family.name()));
        }
        if (spec.patterns().isEmpty() || spec.patterns().size() > MAX_PATTERNS) {
            faults.add(new Fault("/patterns", "must be 1 to " + MAX_PATTERNS));
        }
        checkParts(spec, faults);
        return faults.isEmpty() ? compiled(spec) : Read.faulty(faults);
    }

    private static void checkParts(FamilySpec spec, List<Fault> faults) {
        for (int i = 0; i < spec.patterns().size(); i++) {
            PatternSpec pattern = spec.patterns().get(i);
            String at = "/patterns/" + i;
            if (pattern.id() == null || pattern.id().isBlank()) {
                faults.add(new Fault(at + "/id", "must be given"));
            }
            if (pattern.description() == null || pattern.description().isBlank()) {
                faults.add(new Fault(at + "/description", "must be given"));
            }
            checkExamples(at + "/match", pattern.match(), faults);
            checkExamples(at + "/near_miss", pattern.nearMiss(), faults);
        }
    }

    private static void checkExamples(String at, @Nullable List<String> examples, List<Fault> faults) {
        if (examples == null || examples.isEmpty() || examples.size() > MAX_EXAMPLES) {
            faults.add(new Fault(at, "must be 1 to " + MAX_EXAMPLES + " texts"));
        } else if (examples.stream().anyMatch(text -> text == null || text.length() > MAX_EXAMPLE)) {
            faults.add(new Fault(at, "must be texts of at most " + MAX_EXAMPLE + " characters"));
        }
    }

    private Read compiled(FamilySpec spec) {
        PatternLibrary library;
        try {
            library = PatternLibrary.of(List.of(spec), vocabulary);
        } catch (IllegalArgumentException e) {
            return Read.faulty(List.of(new Fault("/patterns", String.valueOf(e.getMessage()))));
        }
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < spec.patterns().size(); i++) {
            PatternSpec pattern = spec.patterns().get(i);
            for (int j = 0; j < pattern.match().size(); j++) {
                if (!idsIn(library, pattern.match().get(j)).contains(pattern.id())) {
                    faults.add(new Fault("/patterns/" + i + "/match/" + j, "must be found by the pattern, and is not"));
                }
            }
            for (int j = 0; j < pattern.nearMiss().size(); j++) {
                if (idsIn(library, pattern.nearMiss().get(j)).contains(pattern.id())) {
                    faults.add(new Fault(
                            "/patterns/" + i + "/near_miss/" + j, "must not be found by the pattern, and is"));
                }
            }
        }
        return faults.isEmpty()
                ? new Read(spec, library, List.of())
                : Read.faulty(faults.stream().limit(MOST_FAULTS).toList());
    }

    private Set<String> idsIn(PatternLibrary library, String text) {
        var ids = new HashSet<String>();
        library.find(canonicalizer.read(text))
                .forEach(match -> ids.add(match.pattern().id()));
        return ids;
    }

    /** Only messages of our own constructors pass: Jackson's quote the input. */
    private static Fault fault(JacksonException e) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            pointer.append('/')
                    .append(reference.getPropertyName() == null ? reference.getIndex() : reference.getPropertyName());
        }
        String detail = e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                ? refused.getMessage()
                : "is missing, of the wrong type, or no key that anybody reads";
        return new Fault(pointer.toString(), detail);
    }
}
