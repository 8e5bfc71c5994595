package io.vigil.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.liveconfig.ConfigReader.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/arbiter.md} to the code. */
class PolicyDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| `([^`]*)` \\| .+ \\| .+ \\|$");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");

    @Test
    void listsEveryKeyWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(document()).results().forEach(row -> documented.put(row.group(1), row.group(2)));
        assertThat(documented).isEqualTo(PolicyJson.flat());
    }

    @Test
    void showsTheDefaultPolicyAsADocumentThatIsAccepted() throws IOException {
        var example = EXAMPLE.matcher(document());
        assertThat(example.find()).isTrue();
        assertThat(PolicyJson.read(example.group(1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Result.Good<>(ArbiterPolicy.defaults()));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("vigil.root"), "docs", "arbiter.md"));
    }
}
