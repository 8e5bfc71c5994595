package io.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogCaptureTest {

    private static final Logger log = LoggerFactory.getLogger(LogCaptureTest.class);

    @Test
    void seesWhatTheLevelsWouldHide() {
        try (var capture = LogCapture.start()) {
            log.trace("token {} of {}", "s3cret", 1);
            assertThat(capture.containing("s3cret")).singleElement().asString().contains("TRACE", "of 1");
        }
    }

    @Test
    void seesMessagesBehindAGuard() {
        try (var capture = LogCapture.start()) {
            if (log.isTraceEnabled()) {
                log.trace("guarded");
            }
            assertThat(capture.containing("guarded")).hasSize(1);
        }
    }

    @Test
    void seesTheMessagesOfExceptionsAndTheirCauses() {
        try (var capture = LogCapture.start()) {
            log.warn("failed", new IllegalStateException("outer", new IllegalArgumentException("s3cret")));
            assertThat(capture.containing("s3cret")).hasSize(1);
        }
    }

    @Test
    void seesAnExceptionThatIsTheLastArgument() {
        try (var capture = LogCapture.start()) {
            log.warn("failed {}", 1, new IllegalStateException("s3cret"));
            assertThat(capture.containing("s3cret")).hasSize(1);
        }
    }

    @Test
    void goesOnWhenTheConfigurationIsReadAnew() {
        try (var capture = LogCapture.start()) {
            ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
            log.trace("after the reset");
            assertThat(capture.containing("after the reset")).hasSize(1);
        }
    }

    @Test
    void seesNothingOnceClosed() {
        var capture = LogCapture.start();
        capture.close();
        log.error("late");
        assertThat(capture.entries()).isEmpty();
    }
}
