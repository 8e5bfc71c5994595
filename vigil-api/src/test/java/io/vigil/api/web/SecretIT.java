package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.NatsServerExtension;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** What callers send is in no log, with everything at TRACE. */
class SecretIT {

    private static final String SECRET = "planted-secret-4711";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> printed = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                    + event.getThrowableProxy());
        }
    };

    private Gateway gateway;

    @BeforeEach
    void start() {
        gateway = Gateway.start(nats.url());
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
        printed.start();
        root().addAppender(printed);
    }

    @AfterEach
    void stop() {
        root().detachAppender(printed);
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        gateway.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void isInNoLogAndNoHeader() throws Exception {
        try (var pipeline = new PlayedPipeline(nats.connect(), PlayedPipeline::allow)) {
            Exchange answer = gateway.send(gateway.json("/v1/guard/input", "{\"text\":\"" + SECRET + "\"}")
                    .header("traceparent", SECRET)
                    .build());
            gateway.post("/v1/guard/input", "{\"text\":\"" + SECRET);
            gateway.post("/v1/guard/output", "{\"mode\":\"" + SECRET + "\"}");
            gateway.post("/v1/" + SECRET, "{}");
            gateway.get("/v1/guard/input?" + SECRET);
            assertThat(gateway.send(gateway.json("/v1/guard/input", "{\"text\":\"hello\"}")
                                    .header("Authorization", "Bearer vg_live_" + SECRET)
                                    .header("X-API-Key", SECRET)
                                    .build())
                            .status())
                    .isEqualTo(401);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().map().toString()).doesNotContain(SECRET);
            assertThat(pipeline.seen())
                    .singleElement()
                    .satisfies(message -> assertThat(
                                    message.getHeaders().entrySet().toString() + message.getSubject())
                            .doesNotContain(SECRET));
        }
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(SECRET));
        assertThat(lines).anyMatch(line -> line.startsWith("io.vigil.api.access POST /v1/guard/input 200 "));
    }
}
