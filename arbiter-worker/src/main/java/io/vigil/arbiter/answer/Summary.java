package io.vigil.arbiter.answer;

import io.vigil.fusion.Boost;
import io.vigil.message.BranchReport;
import io.vigil.message.Finding;
import io.vigil.message.PiiReport;
import io.vigil.verdict.Flag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists that answers and events have in common: codes and names, never text of the request. */
record Summary(List<String> categories, List<String> boosts, List<String> flags, List<String> degraded) {

    static Summary of(Ruling ruling) {
        return new Summary(
                categories(ruling.message().detection().findings()),
                ruling.verdict().threat().boosts().stream().map(Boost::name).toList(),
                ruling.verdict().flags().stream().map(Flag::wireName).toList(),
                degraded(
                        ruling.message().detection().branches(),
                        ruling.message().pii()));
    }

    /** Strongest first; among equally strong ones by name, so that equal inputs give equal answers. */
    private static List<String> categories(List<Finding> findings) {
        Map<String, Integer> strongest = new LinkedHashMap<>();
        findings.forEach(finding -> strongest.merge(finding.category(), finding.score(), Math::max));
        return strongest.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> degraded(List<BranchReport> branches, PiiReport pii) {
        var names = new ArrayList<String>();
        for (BranchReport report : branches) {
            if (report instanceof BranchReport.Degraded degraded) {
                names.add(degraded.branch().wireName());
            }
        }
        names.addAll(pii.degraded());
        return names;
    }
}
