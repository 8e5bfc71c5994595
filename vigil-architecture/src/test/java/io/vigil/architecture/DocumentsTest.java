package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are built from code equal what the code says; {@code -Dvigil.docs.write=true} writes them anew. */
class DocumentsTest {

    static Stream<Arguments> pages() {
        return Stream.of(
                page("docs/subjects.md", SubjectsPage::build),
                page("docs/configuration.md", ConfigurationPage::build),
                page("docs/metrics.md", MetricsPage::build),
                page("docs/endpoints.md", EndpointsPage::build),
                page("docs/detectors/pii-entities.md", EntitiesPage::build),
                page("docs/adr/README.md", DecisionsPage::build));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void saysWhatTheCodeSays(String name, Supplier<String> builder) throws IOException {
        Path file = Shipped.root().resolve(name);
        String built = builder.get();
        if (Boolean.getBoolean("vigil.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, built);
        }
        assertThat(file)
                .as("write it anew with -Dvigil.docs.write=true")
                .exists()
                .hasContent(built);
    }

    @Test
    void everyKeyHasAMeaning() {
        assertThat(ConfigurationPage.silentKeys())
                .as("a @param in the settings record, or a line in ConfigurationPage")
                .isEmpty();
    }

    private static Arguments page(String name, Supplier<String> builder) {
        return arguments(name, builder);
    }
}
