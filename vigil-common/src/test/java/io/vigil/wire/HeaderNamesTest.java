package io.vigil.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Other programs read these names. */
class HeaderNamesTest {

    @Test
    void pinsEveryName() {
        assertThat(Arrays.stream(HeaderNames.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .map(field -> {
                            try {
                                return field.get(null);
                            } catch (IllegalAccessException e) {
                                throw new LinkageError(e.getMessage(), e);
                            }
                        }))
                .containsExactlyInAnyOrder(
                        "Nats-Msg-Id",
                        "X-Correlation-Id",
                        "X-Causation-Id",
                        "X-Event-Version",
                        "Vigil-Tenant",
                        "Vigil-Actor",
                        "Vigil-Reply-To",
                        "Vigil-Deadline",
                        "Vigil-Result",
                        "Nats-Expected-Last-Subject-Sequence",
                        "traceparent",
                        "tracestate",
                        "content-type",
                        "Vigil-Dlq-Reason",
                        "Vigil-Dlq-Error-Class",
                        "Vigil-Dlq-Error",
                        "Vigil-Dlq-Message-Id",
                        "Vigil-Dlq-Stream",
                        "Vigil-Dlq-Subject",
                        "Vigil-Dlq-Sequence",
                        "Vigil-Dlq-Consumer",
                        "Vigil-Dlq-Attempts",
                        "Vigil-Dlq-First-Seen",
                        "Vigil-Dlq-Redrives");
    }
}
