package io.vigil.architecture;

import static io.vigil.architecture.Markdown.code;
import static io.vigil.architecture.Markdown.codes;

import com.tngtech.archunit.core.domain.JavaClass;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.vigil.telemetry.Meters;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every meter, from each class {@code …Meters} with a method {@code all()}. */
final class MetricsPage {

    private static final PrometheusNamingConvention NAMES = new PrometheusNamingConvention();

    private MetricsPage() {}

    static String build() {
        var page = Markdown.page("Metrics", "the classes `…Meters` of the modules")
                .paragraph("At `/actuator/prometheus` of every service. A timer has the series `_count`, `_sum`, `_max`"
                        + " and, where it has buckets, `_bucket`. No tag holds text of a request.");
        for (JavaClass type : documentedIn()) {
            page.section(room(type))
                    .table(
                            List.of("meter", "in Prometheus", "type", "tags", "what"),
                            all(type).stream().map(MetricsPage::row).toList());
        }
        return page.text();
    }

    static List<JavaClass> documentedIn() {
        return Shipped.CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Meters"))
                .sorted(Comparator.comparing(
                        type -> type.getName().startsWith("io.vigil.telemetry") ? "" : type.getName()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Meters.Description> all(JavaClass type) {
        try {
            Method all = type.reflect().getDeclaredMethod("all");
            all.setAccessible(true);
            return (List<Meters.Description>) all.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " documents no meters: it needs a static method all()", e);
        }
    }

    private static String room(JavaClass type) {
        return type.getName().startsWith("io.vigil.telemetry")
                ? "Every service"
                : Markdown.sentence(
                        type.getPackageName().substring("io.vigil.".length()).split("\\.", 2)[0]);
    }

    private static List<String> row(Meters.Description meter) {
        var type = Meter.Type.valueOf(
                meter.type().toUpperCase(Locale.ROOT).replace("DISTRIBUTION", "DISTRIBUTION_SUMMARY"));
        return List.of(
                code(meter.name()),
                code(NAMES.name(meter.name(), type) + (type == Meter.Type.COUNTER ? "_total" : "")),
                meter.type(),
                codes(meter.tags()),
                meter.description());
    }
}
