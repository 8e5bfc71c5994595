package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.web.OpenPaths;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class EndpointsNeedAScopeArchTest {

    @Test
    void everyEndpointNamesAScopeOrIsOpenByName() {
        assertThat(EndpointsPage.all())
                .as("@RequiresScope at the controller, or a pattern in OpenPaths")
                .isNotEmpty()
                .allMatch(endpoint -> endpoint.scopes().isEmpty() == open(endpoint.path()));
    }

    private static boolean open(String path) {
        return OpenPaths.PATTERNS.stream()
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path)));
    }
}
