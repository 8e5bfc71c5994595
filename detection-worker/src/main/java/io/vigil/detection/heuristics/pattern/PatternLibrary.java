package io.vigil.detection.heuristics.pattern;

import io.vigil.detection.canonical.CanonicalText;
import io.vigil.detection.canonical.Canonicalizer;
import io.vigil.detection.canonical.View;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** All families, compiled. Immutable and thread-safe; a new revision is a new library. */
public final class PatternLibrary {

    private static final String FOLDER = "/vigil-patterns/";

    /** Characters that expressions may see in all views together, beside a few in each: a constant, and a share. */
    private static final int SHARED_BUDGET = 4_000;

    private static final int BUDGET_SHARE = 8;

    private final Program program;

    private PatternLibrary(Program program) {
        this.program = program;
    }

    /**
     * Words that phrases refer to by name.
     *
     * @param description what they are for
     * @param words alternatives by name, in the notation of phrases
     */
    public record Vocabulary(String description, Map<String, List<String>> words) {

        public Vocabulary {
            words = Map.copyOf(words);
        }
    }

    /**
     * Compiles families.
     *
     * @throws IllegalArgumentException naming the first pattern that is not sound
     */
    public static PatternLibrary of(List<FamilySpec> families, Vocabulary vocabulary) {
        var canonicalizer = new Canonicalizer();
        var reader = new PhraseReader(
                vocabulary.words(), word -> canonicalizer.read(word).folded().text());
        var builder = new ProgramBuilder(reader);
        families.forEach(builder::add);
        return new PatternLibrary(builder.build());
    }

    /**
     * The families that come with the worker.
     *
     * @param policies which of the families that are off by default are searched for too
     */
    public static PatternLibrary embedded(Set<AttackFamily> policies) {
        var families = embeddedFamilies().stream()
                .filter(spec -> !spec.family().policy() || policies.contains(spec.family()))
                .toList();
        return of(families, embeddedVocabulary());
    }

    /** The families that come with the worker, as they are written down, those that are off by default too. */
    public static List<FamilySpec> embeddedFamilies() {
        var families = new ArrayList<FamilySpec>();
        for (AttackFamily family : AttackFamily.values()) {
            families.add(read(family.resource(), FamilySpec.class));
        }
        return families;
    }

    /** The vocabulary that comes with the worker. */
    public static Vocabulary embeddedVocabulary() {
        return read("vocabulary", Vocabulary.class);
    }

    private static <T> T read(String resource, Class<T> type) {
        try (InputStream in = PatternLibrary.class.getResourceAsStream(FOLDER + resource + ".json")) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + resource + ".json");
            }
            return JsonMapper.shared().readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Number of patterns. */
    public int size() {
        return program.patterns.length;
    }

    /** Everything found in any view of a text, view by view. */
    public List<PatternMatch> find(CanonicalText text) {
        var found = new ArrayList<PatternMatch>();
        int shared = SHARED_BUDGET + text.original().length() / BUDGET_SHARE;
        for (View view : text.views()) {
            shared = new Run(program, view, found).go(shared);
        }
        return found;
    }
}
