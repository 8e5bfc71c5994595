package io.vigil.api.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Which pages and extensions may call the gateway from a browser. */
public final class ExtensionCors {

    private static final List<String> PATHS = List.of(ExtensionController.WEBHOOK, "/ui/api/**");

    private ExtensionCors() {}

    /**
     * A filter for the paths of the extension. Where nobody is named, nothing is said about origins, and browsers let only
     * those call that need no permission: the page itself, and extensions with a permission for this host.
     *
     * @param ids of extensions
     * @param origins further ones
     * @param header carries the token
     */
    public static CorsFilter filter(List<String> ids, List<String> origins, String header) {
        var allowed = new ArrayList<>(origins);
        ids.forEach(id -> allowed.add("chrome-extension://" + id));
        var source = new UrlBasedCorsConfigurationSource();
        if (!allowed.isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(allowed);
            cors.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
            cors.setAllowedHeaders(List.of("Content-Type", header));
            cors.setExposedHeaders(List.of(RequestIdFilter.HEADER, "Retry-After"));
            cors.setMaxAge(600L);
            PATHS.forEach(path -> source.registerCorsConfiguration(path, cors));
        }
        return new CorsFilter(source);
    }
}
