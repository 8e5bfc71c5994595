package io.vigil.liveconfig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    record Policy(int blockThreshold, Names names) {
        Policy {
            if (blockThreshold < 0 || blockThreshold > 100) {
                throw new IllegalArgumentException("block_threshold must be 0 to 100");
            }
        }
    }

    record Names(List<String> allowed) {
        Names {
            allowed = List.copyOf(allowed);
        }
    }

    private final ConfigReader<Policy> reader = new ConfigReader<>(Policy.class);

    @Test
    void readsAGoodRevision() {
        assertThat(read("{\"block_threshold\":70,\"names\":{\"allowed\":[\"a\"]}}"))
                .isEqualTo(new ConfigReader.Result.Good<>(new Policy(70, new Names(List.of("a")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a value is missing or of the wrong type",
                "null | it is null",
                "{ | it is not JSON",
                "{\"block_threshold\":70} x | it is not JSON",
                "[] | a value is missing or of the wrong type",
                "{\"block_threshold\":101,\"names\":{\"allowed\":[]}} | block_threshold must be 0 to 100",
                "{\"block_threshold\":\"70\"} | block_threshold is missing or of the wrong type",
                "{\"block_threshold\":70,\"sanitise\":1} | nobody reads the key sanitise",
                "{\"block_threshold\":70,\"names\":{\"allowed\":7}} | names.allowed is missing or of the wrong type",
                "{\"block_threshold\":70,\"names\":{}} | names is missing or of the wrong type"
            })
    void saysWhyARevisionIsNoGood(String json, String why) {
        assertThat(read(json)).isEqualTo(new ConfigReader.Result.Bad<>(why));
    }

    @Test
    void refusesWhatThisProcessCannotWorkWith() {
        var checking = new ConfigReader<>(Policy.class, policy -> {
            if (policy.blockThreshold() == 13) {
                throw new IllegalArgumentException("not here");
            }
        });
        assertThat(checking.read("{\"block_threshold\":13,\"names\":{\"allowed\":[]}}".getBytes(UTF_8)))
                .isEqualTo(new ConfigReader.Result.Bad<>("not here"));
        assertThat(checking.read("{\"block_threshold\":14,\"names\":{\"allowed\":[]}}".getBytes(UTF_8)))
                .isInstanceOf(ConfigReader.Result.Good.class);
    }

    @Property(tries = 300)
    void survivesAnyBytes(@ForAll byte[] bytes) {
        assertThat(reader.read(bytes)).isInstanceOf(ConfigReader.Result.Bad.class);
    }

    @Test
    void holdsAFixedValueAtRevisionNought() {
        assertThat(LiveConfig.fixed("x").current()).isEqualTo(new LiveConfig.Snapshot<>("x", 0));
    }

    private ConfigReader.Result<Policy> read(String json) {
        return reader.read(json.getBytes(UTF_8));
    }
}
