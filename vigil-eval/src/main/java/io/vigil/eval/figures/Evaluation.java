package io.vigil.eval.figures;

import io.vigil.eval.sample.Sample;
import io.vigil.eval.scoring.Scored;
import io.vigil.eval.scoring.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All figures of one run.
 *
 * @param guard who decided, in words
 * @param all every text
 * @param files the texts of each file, in the order given
 * @param kinds the texts of each kind, by name
 * @param languages the texts of each language, by code
 * @param degraded how many texts each branch or engine should have seen and could not, by name
 * @param failures how many texts got no decision, by reason
 * @param passedOver how many rows of the files hold no text that can be judged
 */
public record Evaluation(
        String guard,
        Slice all,
        List<Slice> files,
        List<Slice> kinds,
        List<Slice> languages,
        Map<String, Integer> degraded,
        Map<String, Integer> failures,
        int passedOver) {

    public Evaluation {
        files = List.copyOf(files);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        degraded = Map.copyOf(degraded);
        failures = Map.copyOf(failures);
    }

    /** The figures of these decisions. */
    public static Evaluation of(String guard, Scores scores, int passedOver) {
        var scored = scores.scored();
        return new Evaluation(
                guard,
                Slice.of("all", scored),
                slices(scored, new LinkedHashMap<>(), sample -> sample.place().file()),
                slices(scored, new TreeMap<>(), Sample::kind),
                slices(scored, new TreeMap<>(), Sample::language),
                degraded(scored),
                scores.failures(),
                passedOver);
    }

    private static List<Slice> slices(
            List<Scored> scored, Map<String, List<Scored>> groups, Function<Sample, String> key) {
        for (Scored one : scored) {
            groups.computeIfAbsent(key.apply(one.sample()), name -> new ArrayList<>())
                    .add(one);
        }
        return groups.entrySet().stream()
                .map(group -> Slice.of(group.getKey(), group.getValue()))
                .toList();
    }

    private static Map<String, Integer> degraded(List<Scored> scored) {
        var counts = new TreeMap<String, Integer>();
        scored.stream()
                .flatMap(one -> one.judgement().degraded().stream())
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }
}
