package io.vigil.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigil.message.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

class JsonTest {

    record Sample(String text, boolean flag, Boolean boxed, int whole, long big, double part, Mode mode) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | 1",
                "text | 1.5",
                "text | true",
                "text | {}",
                "text | []",
                "flag | 1",
                "flag | 0",
                "flag | \"true\"",
                "flag | \"\"",
                "flag | 1.0",
                "boxed | \"false\"",
                "boxed | \"\"",
                "boxed | 0",
                "whole | \"1\"",
                "whole | 1.5",
                "whole | 1.0",
                "whole | true",
                "whole | \"\"",
                "whole | 3000000000",
                "big | \"1\"",
                "big | 1.5",
                "big | 99999999999999999999",
                "big | \"\"",
                "part | \"1.5\"",
                "part | true",
                "part | \"\"",
                "mode | 0",
                "mode | \"nothing\"",
                "mode | \"\"",
                "mode | \"FAST\"",
                "mode | true"
            })
    void convertsNothingSilently(String field, String value) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Json.mapper().readValue(withField(field, value), Sample.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | \"x\"",
                "flag | true",
                "whole | 1",
                "big | 3000000000",
                "part | 1",
                "part | 1.5",
                "mode | \"fast\""
            })
    void readsWhatFits(String field, String value) {
        assertThat(Json.mapper().readValue(withField(field, value), Sample.class))
                .isNotNull();
    }

    @Test
    void refusesUnknownKeysOnlyInConfiguration() {
        String json = "{\"flag\":false,\"whole\":0,\"big\":0,\"part\":0,\"other\":1}";
        assertThat(Json.mapper().readValue(json, Sample.class).whole()).isZero();
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(() -> Json.strictMapper().readValue(json, Sample.class));
    }

    @Test
    void refusesMissingNumbers() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Json.mapper().readValue("{\"flag\":false,\"big\":0,\"part\":0}", Sample.class));
    }

    /** Everything else is in order, so that only this field can be refused. The last of two equal keys counts. */
    private static String withField(String field, String value) {
        return "{\"flag\":false,\"whole\":0,\"big\":0,\"part\":0,\"%s\":%s}".formatted(field, value);
    }
}
