package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller through to a method whose {@link RequiresScope} it meets. A method that asks for none needs an open path. */
public final class ScopeGate implements HandlerInterceptor {

    private final Problems problems;
    private final OpenPaths open;
    private final ConcurrentHashMap<Method, Set<Scope>> known = new ConcurrentHashMap<>();

    public ScopeGate(Problems problems, OpenPaths open) {
        this.problems = problems;
        this.open = open;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Set<Scope> wanted = known.computeIfAbsent(method.getMethod(), any -> wantedBy(method));
        if (wanted.isEmpty() ? open.matches(request) : Callers.of(request).mayAny(wanted)) {
            return true;
        }
        problems.send(
                Problem.of(
                        ProblemKind.FORBIDDEN,
                        wanted.isEmpty() ? "No key may do this." : "This needs a key with the scope " + names(wanted)),
                request,
                response);
        return false;
    }

    /** Scopes of which a caller needs one; empty where the method asks for none. */
    static Set<Scope> wantedBy(HandlerMethod method) {
        @Nullable RequiresScope nearest = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequiresScope.class);
        RequiresScope required = nearest != null
                ? nearest
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
        var wanted = EnumSet.noneOf(Scope.class);
        if (required != null) {
            wanted.addAll(Set.of(required.value()));
        }
        return wanted;
    }

    private static String names(Set<Scope> wanted) {
        return wanted.stream().map(Scope::value).collect(Collectors.joining(" or ", "", "."));
    }
}
