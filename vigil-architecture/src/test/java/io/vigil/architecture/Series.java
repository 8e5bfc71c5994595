package io.vigil.architecture;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.vigil.telemetry.Meters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every series that the services export, and what a PromQL expression asks for beside. */
final class Series {

    private static final PrometheusNamingConvention NAMES = new PrometheusNamingConvention();
    private static final List<String> TIMER = List.of("_count", "_sum", "_max", "_bucket");

    /** Labels that Prometheus adds, and the bound of a bucket. */
    private static final Set<String> FOREIGN_LABELS = Set.of("job", "instance", "le");

    /** Series that Prometheus makes itself. */
    private static final Map<String, Set<String>> OWN = Map.of("up", Set.of());

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SELECTOR = Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_]\\w*\\b(?!\\s*\\()");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "by", "without", "on");

    private final Map<String, Set<String>> labels = new TreeMap<>(OWN);

    Series() {
        MetricsPage.documentedIn().stream()
                .flatMap(type -> MetricsPage.all(type).stream())
                .forEach(this::add);
    }

    /** What the expression names and nobody exports; empty where all is there. */
    Set<String> unknownIn(String expression) {
        var unknown = new TreeSet<String>();
        String plain = RANGE.matcher(QUOTED.matcher(expression).replaceAll("0")).replaceAll("");
        var used = new TreeSet<String>(FOREIGN_LABELS);
        var selector = SELECTOR.matcher(plain);
        while (selector.find()) {
            Set<String> known = labels.getOrDefault(selector.group(1), Set.of());
            words(selector.group(2)).stream()
                    .filter(label -> !known.contains(label) && !FOREIGN_LABELS.contains(label))
                    .forEach(label -> unknown.add(selector.group(1) + "{" + label + "}"));
        }
        String bare = SELECTOR.matcher(plain).replaceAll("$1");
        for (String name : words(GROUPING.matcher(bare).replaceAll(" "))) {
            if (labels.containsKey(name)) {
                used.addAll(labels.get(name));
            } else {
                unknown.add(name);
            }
        }
        var grouping = GROUPING.matcher(bare);
        while (grouping.find()) {
            words(grouping.group(1)).stream()
                    .filter(label -> !used.contains(label))
                    .forEach(label -> unknown.add("by (" + label + ")"));
        }
        return unknown;
    }

    private static Set<String> words(String text) {
        var words = new TreeSet<String>();
        WORD.matcher(text).results().map(match -> match.group()).forEach(words::add);
        words.removeAll(OPERATORS);
        return words;
    }

    private void add(Meters.Description meter) {
        var type = Meter.Type.valueOf(
                meter.type().toUpperCase(Locale.ROOT).replace("DISTRIBUTION", "DISTRIBUTION_SUMMARY"));
        String name = NAMES.name(meter.name(), type);
        List<String> suffixes = switch (type) {
            case TIMER, DISTRIBUTION_SUMMARY -> TIMER;
            case COUNTER -> List.of("_total");
            default -> List.of("");
        };
        suffixes.forEach(suffix -> labels.put(name + suffix, Set.copyOf(meter.tags())));
    }
}
