package io.vigil.eval.annotation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well personal data was found in some texts.
 *
 * @param name which texts, e.g. the name of a file
 * @param texts how many
 * @param all every entity of the catalogue together
 * @param entities each entity of the catalogue that is annotated or was found, by name
 * @param outOfScope how often each entity is annotated that the catalogue does not have, by name
 */
public record Agreement(
        String name, int texts, EntityFigures all, List<EntityFigures> entities, Map<String, Integer> outOfScope) {

    private static final String ALL = "all";

    public Agreement {
        entities = List.copyOf(entities);
        outOfScope = Map.copyOf(outOfScope);
    }

    /** The agreement of these comparisons. What a file annotates is told by the texts of that file together. */
    public static Agreement of(String name, List<Comparison> comparisons) {
        Map<String, Set<String>> annotatedByFile = comparisons.stream()
                .map(Comparison::text)
                .collect(Collectors.groupingBy(
                        text -> text.place().file(),
                        Collectors.flatMapping(
                                text -> text.annotations().stream().map(Annotation::entity), Collectors.toSet())));
        var counts = new TreeMap<String, EntityCounts>();
        var all = new EntityCounts();
        var outOfScope = new TreeMap<String, Integer>();
        for (Comparison comparison : comparisons) {
            countAnnotated(comparison, counts, all, outOfScope);
            countFound(
                    comparison,
                    annotatedByFile.getOrDefault(comparison.text().place().file(), Set.of()),
                    counts,
                    all);
        }
        return new Agreement(
                name,
                comparisons.size(),
                all.figures(ALL),
                counts.entrySet().stream()
                        .map(entry -> entry.getValue().figures(entry.getKey()))
                        .toList(),
                outOfScope);
    }

    private static void countAnnotated(
            Comparison comparison,
            Map<String, EntityCounts> counts,
            EntityCounts all,
            Map<String, Integer> outOfScope) {
        for (Annotation annotated : comparison.text().annotations()) {
            if (comparison.names().isInCatalogue(annotated.entity())) {
                boolean found = comparison.isFound(annotated);
                boolean exactly = comparison.isFoundExactly(annotated);
                of(counts, annotated).annotated(found, exactly);
                all.annotated(found, exactly);
            } else {
                outOfScope.merge(annotated.entity(), 1, Integer::sum);
            }
        }
    }

    private static void countFound(
            Comparison comparison, Set<String> annotatedInFile, Map<String, EntityCounts> counts, EntityCounts all) {
        for (Annotation one : comparison.found()) {
            boolean judged = comparison.isMistaken(one)
                    || annotatedInFile.stream()
                            .anyMatch(annotated -> comparison.names().answers(one.entity(), annotated));
            if (judged) {
                of(counts, one).judged(comparison.isRight(one), comparison.isExactlyRight(one));
                all.judged(comparison.isRight(one), comparison.isExactlyRight(one));
            } else {
                of(counts, one).notJudged();
                all.notJudged();
            }
        }
    }

    private static EntityCounts of(Map<String, EntityCounts> counts, Annotation annotation) {
        return counts.computeIfAbsent(annotation.entity(), name -> new EntityCounts());
    }
}
