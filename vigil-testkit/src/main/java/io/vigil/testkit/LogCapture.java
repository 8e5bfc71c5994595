package io.vigil.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Everything that this process logs, down to TRACE and whatever the configured levels are, kept in memory: to search it for
 * planted secrets. What is printed stays as configured. Survives the reset that an application makes at its start.
 */
public final class LogCapture implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ConcurrentLinkedQueue<String> entries = new ConcurrentLinkedQueue<>();
    private final TurboFilter tap = new Tap();
    private final ResetResistance resistance = new ResetResistance(() -> context.addTurboFilter(tap));

    private LogCapture() {}

    /** Starts to capture. Close it to end. */
    public static LogCapture start() {
        var capture = new LogCapture();
        capture.tap.start();
        capture.context.addTurboFilter(capture.tap);
        capture.context.addListener(capture.resistance);
        return capture;
    }

    /** All entries so far: level, logger, message, context values and stack trace of each. */
    public List<String> entries() {
        return List.copyOf(entries);
    }

    /** The entries that contain a text. */
    public List<String> containing(String text) {
        return entries.stream().filter(entry -> entry.contains(text)).toList();
    }

    @Override
    public void close() {
        context.removeListener(resistance);
        context.getTurboFilterList().remove(tap);
        tap.stop();
    }

    /** Sees each call before the levels do. */
    private final class Tap extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] arguments,
                @Nullable Throwable error) {
            if (format == null) {
                // a question whether the level is on: yes, so that the message itself comes by
                return FilterReply.ACCEPT;
            }
            entries.add(entry(marker, logger, level, format, arguments, error));
            return FilterReply.NEUTRAL;
        }

        private String entry(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                String format,
                Object @Nullable [] arguments,
                @Nullable Throwable error) {
            var message = MessageFormatter.arrayFormat(format, arguments);
            Throwable thrown = error == null ? message.getThrowable() : error;
            var text = new StringWriter();
            text.append(level + " " + logger.getName() + " " + message.getMessage());
            text.append(" " + MDC.getCopyOfContextMap() + (marker == null ? "" : " " + marker));
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(text.append('\n')));
            }
            return text.toString();
        }
    }
}
