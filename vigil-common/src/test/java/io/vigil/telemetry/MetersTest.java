package io.vigil.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetersTest {

    @Test
    void documentsEveryNameOnce() {
        var names = Arrays.stream(Meters.class.getFields())
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                })
                .toList();
        assertThat(Meters.all()).extracting(Meters.Description::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void saysWhatEachMeasures() {
        assertThat(Meters.all()).allSatisfy(meter -> {
            assertThat(meter.type()).isIn("counter", "timer", "gauge");
            assertThat(meter.description()).isNotBlank();
        });
    }
}
