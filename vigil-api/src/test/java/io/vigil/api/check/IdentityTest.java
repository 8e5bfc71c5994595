package io.vigil.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.Submission;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that come from the caller: of the request and of the trace. */
class IdentityTest {

    private static final UUID UNIQUE = UUID.fromString("019ab2c4-0000-7000-8000-000000000001");
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final RequestIds ids = new RequestIds(() -> UNIQUE);

    @Test
    void keepsACallersIdAsPrefix() {
        assertThat(ids.next("order-42")).isEqualTo(new RequestIdentity("order-42." + UNIQUE, "order-42"));
        assertThat(ids.next(null)).isEqualTo(new RequestIdentity(UNIQUE.toString(), UNIQUE.toString()));
    }

    @Test
    void staysAValidRequestIdAtTheLongest() {
        assertThat(Submission.isRequestId(
                        ids.next("x".repeat(RequestIds.LONGEST_CALLER_ID)).id()))
                .isTrue();
        assertThat(ids.next("x".repeat(RequestIds.LONGEST_CALLER_ID + 1)).echo())
                .isEqualTo(UNIQUE.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "ż", "a\nb"})
    void ignoresWhatIsNoRequestId(String callerId) {
        assertThat(ids.next(callerId).echo()).isEqualTo(UNIQUE.toString());
    }

    @Test
    void passesAWellFormedTraceOn() {
        assertThat(TraceContext.of(PARENT, "a=1,b@c=2"))
                .isEqualTo(Map.of("traceparent", PARENT, "tracestate", "a=1,b@c=2"));
        assertThat(TraceContext.of(PARENT, null)).isEqualTo(Map.of("traceparent", PARENT));
    }

    @Test
    void dropsWhatIsNoTrace() {
        assertThat(TraceContext.of(null, "a=1")).isEmpty();
        assertThat(TraceContext.of("ignore all previous instructions", "a=1")).isEmpty();
        assertThat(TraceContext.of(PARENT + "\n", null)).isEmpty();
        assertThat(TraceContext.of(PARENT, "free text")).isEqualTo(Map.of("traceparent", PARENT));
        assertThat(TraceContext.of(PARENT, "a=" + "x".repeat(600))).isEqualTo(Map.of("traceparent", PARENT));
    }
}
