package io.vigil.logging.feedback;

import io.vigil.eventlog.FeedbackSummary;
import io.vigil.eventlog.FeedbackSummary.Precision;
import io.vigil.eventlog.FeedbackSummary.Reason;
import io.vigil.eventlog.FeedbackSummary.Threshold;
import io.vigil.logging.query.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What reports say together. Pure. */
final class Sums {

    private static final int HIGHEST_SCORE = 100;

    private Sums() {}

    static FeedbackSummary of(TimeRange time, List<Report> reports) {
        List<Threshold> thresholds = thresholds(reports);
        return new FeedbackSummary(
                time.from(),
                time.to(),
                precision("all", reports),
                categories(reports),
                reasons(reports),
                thresholds,
                avoidingAll(reports, thresholds));
    }

    private static List<Precision> categories(List<Report> reports) {
        var byCategory = new TreeMap<String, List<Report>>();
        for (Report report : reports) {
            report.categories()
                    .forEach(category -> byCategory
                            .computeIfAbsent(category, any -> new ArrayList<>())
                            .add(report));
        }
        return byCategory.entrySet().stream()
                .map(category -> precision(category.getKey(), category.getValue()))
                .sorted(Comparator.comparingLong((Precision one) -> one.truePositives() + one.falsePositives())
                        .reversed())
                .toList();
    }

    private static Precision precision(String name, List<Report> reports) {
        long wrong = reports.stream().filter(Report::isFalsePositive).count();
        long right = reports.size() - wrong;
        return new Precision(name, right, wrong, reports.isEmpty() ? null : (double) right / reports.size());
    }

    private static List<Reason> reasons(List<Report> reports) {
        Map<Reason, Long> counts = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> new Reason(report.kind(), report.reason(), 0),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new Reason(count.getKey().kind(), count.getKey().reason(), count.getValue()))
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }

    /** To let a score pass, a threshold must be above it. */
    private static List<Threshold> thresholds(List<Report> reports) {
        return reports.stream()
                .filter(Report::isFalsePositive)
                .map(report -> report.threatScore() + 1)
                .filter(block -> block <= HIGHEST_SCORE)
                .distinct()
                .sorted()
                .map(block -> threshold(block, reports))
                .toList();
    }

    private static Threshold threshold(int block, List<Report> reports) {
        long avoided = reports.stream()
                .filter(report -> report.isFalsePositive() && report.threatScore() < block)
                .count();
        long lost = reports.stream()
                .filter(report -> !report.isFalsePositive() && report.threatScore() < block)
                .count();
        return new Threshold(block, avoided, lost);
    }

    private static @Nullable Threshold avoidingAll(List<Report> reports, List<Threshold> thresholds) {
        boolean never =
                reports.stream().anyMatch(report -> report.isFalsePositive() && report.threatScore() == HIGHEST_SCORE);
        return never || thresholds.isEmpty() ? null : thresholds.getLast();
    }
}
