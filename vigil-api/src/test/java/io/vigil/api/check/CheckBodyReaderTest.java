package io.vigil.api.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.Mode;
import io.vigil.message.Source;
import io.vigil.message.Submission;
import io.vigil.wire.Json;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CheckBodyReaderTest {

    private final CheckBodyReader reader = new CheckBodyReader(Json.mapper());

    @Test
    void fillsInDefaults() {
        assertThat(reader.read(
                        bytes("{\"text\":\"a\",\"mode\":null,\"return_decision_process\":null,\"source\":null}")))
                .isEqualTo(new BodyRead.Accepted(new CheckBody("a", Mode.FULL, false, null)));
    }

    @Test
    void ignoresUnknownKeysOfAnyShape() {
        assertThat(
                        reader.read(
                                bytes(
                                        "{\"a\":{\"text\":1},\"b\":[{\"mode\":[]}],\"text\":\"x\",\"a\":null,\"mode\":\"fast\",\"return_decision_process\":true,\"source\":\"document\"}")))
                .isEqualTo(new BodyRead.Accepted(new CheckBody("x", Mode.FAST, true, Source.DOCUMENT)));
    }

    @Test
    void keepsTheTextAsItIs() {
        String text = " \u0000 Zażółć\t😀 \"quoted\" \\ \u200b ";

        assertThat(reader.read(Json.mapper().writeValueAsBytes(new Submission(null, text, null, null))))
                .isEqualTo(new BodyRead.Accepted(new CheckBody(text, Mode.FULL, false, null)));
    }

    @Test
    void neverThrowsAndNeverQuotes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4711);
        byte[] good = bytes("{\"text\":\"planted\",\"mode\":\"fast\",\"x\":[1,{\"y\":null}]}");
        for (int round = 0; round < 20_000; round++) {
            byte[] body = good.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            if (reader.read(body) instanceof BodyRead.Faulty(var faults)) {
                assertThat(faults)
                        .isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("plant"));
            }
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}
