package io.vigil.architecture;

import static io.vigil.architecture.Markdown.code;

import com.tngtech.archunit.core.domain.JavaClass;
import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.web.OpenPaths;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every endpoint of the gateway with the scopes that open it, from the annotations of the controllers. */
final class EndpointsPage {

    private static final String ERROR_PAGE = "ErrorPage";

    private EndpointsPage() {}

    /**
     * One endpoint.
     *
     * @param scopes of which a caller needs one; empty where no key is asked for
     */
    record Endpoint(String path, String method, Set<Scope> scopes) {}

    static String build() {
        var head = new ArrayList<>(List.of("endpoint", "no key"));
        Stream.of(Scope.values()).map(scope -> code(scope.value())).forEach(head::add);
        return Markdown.page("Endpoints and scopes", "the annotations of the controllers of vigil-api")
                .paragraph(
                        "A key needs one of the scopes marked. Anything else is answered with 403 `forbidden`, which names the"
                                + " scope; without an accepted key with 401 `unauthorized`. Where no key is asked for, one that is"
                                + " sent is not looked at.")
                .table(head, all().stream().map(EndpointsPage::row).toList())
                .section("Paths without a key")
                .paragraph("Whatever is not in this list needs one, whether or not there is an endpoint.")
                .table(
                        List.of("pattern"),
                        OpenPaths.PATTERNS.stream()
                                .map(pattern -> List.of(code(pattern)))
                                .toList())
                .text();
    }

    /** All of them, by path. */
    static List<Endpoint> all() {
        return Shipped.CLASSES.stream()
                .filter(type ->
                        type.isMetaAnnotatedWith(RestController.class) || type.isAnnotatedWith(RestController.class))
                .filter(type -> !type.getSimpleName().equals(ERROR_PAGE))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private static Stream<Endpoint> of(Class<?> type, Method method) {
        var near = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (near == null) {
            return Stream.empty();
        }
        var far = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        var required = AnnotatedElementUtils.findMergedAnnotation(method, RequiresScope.class);
        var scopes =
                required != null ? required : AnnotatedElementUtils.findMergedAnnotation(type, RequiresScope.class);
        return orEmpty(far == null ? new String[0] : far.path())
                .flatMap(outer -> orEmpty(near.path()).map(inner -> outer + inner))
                .flatMap(path -> Stream.of(near.method())
                        .map(verb ->
                                new Endpoint(path, verb.name(), scopes == null ? Set.of() : Set.of(scopes.value()))));
    }

    private static Stream<String> orEmpty(String[] paths) {
        return paths.length == 0 ? Stream.of("") : Stream.of(paths);
    }

    private static List<String> row(Endpoint endpoint) {
        var row = new ArrayList<>(List.of(
                code(endpoint.method() + " " + endpoint.path()),
                endpoint.scopes().isEmpty() ? "yes" : ""));
        for (Scope scope : Scope.values()) {
            row.add(endpoint.scopes().contains(scope) ? "yes" : "");
        }
        return row;
    }
}
