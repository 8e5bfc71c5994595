package io.vigil.detection.heuristics.pattern;

import com.google.re2j.Pattern;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.vigil.detection.heuristics.pattern.FamilySpec.PatternSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compiles the library once, when it is loaded. */
final class ProgramBuilder {

    private final PhraseReader reader;
    private final List<AttackPattern> patterns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<List<String>, Integer> slots = new LinkedHashMap<>();
    private final List<List<Integer>> statesOfSlot = new ArrayList<>();
    private final List<Integer> gap = new ArrayList<>();
    private final List<Integer> patternOfState = new ArrayList<>();
    private final List<Pattern> expressions = new ArrayList<>();
    private final List<Integer> patternOfExpression = new ArrayList<>();
    private final TreeMap<String, Wanted> wanted = new TreeMap<>();

    ProgramBuilder(PhraseReader reader) {
        this.reader = reader;
    }

    /**
     * Adds one family.
     *
     * @throws IllegalArgumentException for an id that exists already, a bad phrase or a bad expression
     */
    void add(FamilySpec family) {
        for (PatternSpec spec : family.patterns()) {
            if (!ids.add(spec.id())) {
                throw new IllegalArgumentException("pattern " + spec.id() + " exists twice");
            }
            int pattern = patterns.size();
            patterns.add(new AttackPattern(family.family(), spec.id(), spec.description(), spec.severity()));
            try {
                addParts(spec, pattern);
            } catch (RuntimeException bad) {
                throw new IllegalArgumentException("pattern " + spec.id() + ": " + bad.getMessage(), bad);
            }
        }
    }

    private void addParts(PatternSpec spec, int pattern) {
        if (spec.phrases() != null) {
            spec.phrases().forEach(phrase -> addChain(reader.read(phrase), pattern));
        } else {
            int expression = expressions.size();
            expressions.add(Pattern.compile(
                    Objects.requireNonNull(spec.regex()), Pattern.CASE_INSENSITIVE | Pattern.MULTILINE));
            patternOfExpression.add(pattern);
            for (String keyword : Objects.requireNonNull(spec.keywords())) {
                wanted(keyword).expressions.add(expression);
            }
        }
    }

    private void addChain(List<PhraseReader.Slot> chain, int pattern) {
        for (int i = 0; i < chain.size(); i++) {
            int state = gap.size();
            gap.add(i == 0 ? -1 : chain.get(i).gap());
            patternOfState.add(i == chain.size() - 1 ? pattern : -1);
            statesOfSlot.get(slot(chain.get(i).words())).addFirst(state);
        }
    }

    private int slot(List<String> words) {
        Integer known = slots.get(words);
        if (known != null) {
            return known;
        }
        int slot = slots.size();
        slots.put(words, slot);
        statesOfSlot.add(new ArrayList<>());
        for (String word : words) {
            boolean prefix = word.endsWith("*");
            Wanted entry = wanted(prefix ? word.substring(0, word.length() - 1) : word);
            (prefix ? entry.prefix : entry.exact).add(slot);
        }
        return slot;
    }

    private Wanted wanted(String text) {
        return wanted.computeIfAbsent(text, key -> new Wanted());
    }

    /** The finished program. */
    Program build() {
        var keywords = new TreeMap<String, Keyword>();
        wanted.forEach((text, entry) -> keywords.put(text, entry.keyword(text)));
        var automaton = new AhoCorasickDoubleArrayTrie<Keyword>();
        automaton.build(keywords);
        return new Program(
                automaton,
                statesOfSlot.stream().map(ProgramBuilder::ints).toArray(int[][]::new),
                ints(gap),
                ints(patternOfState),
                expressions.toArray(Pattern[]::new),
                ints(patternOfExpression),
                patterns.toArray(AttackPattern[]::new));
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Who wants to know about a keyword. */
    private static final class Wanted {

        private final TreeSet<Integer> exact = new TreeSet<>();
        private final TreeSet<Integer> prefix = new TreeSet<>();
        private final TreeSet<Integer> expressions = new TreeSet<>();

        Keyword keyword(String text) {
            return new Keyword(Words.count(text), ints(exact), ints(prefix), ints(expressions));
        }
    }
}
