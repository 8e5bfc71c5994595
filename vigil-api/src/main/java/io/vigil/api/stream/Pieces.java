package io.vigil.api.stream;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.TextFault;
import io.vigil.api.lines.LineReader;
import io.vigil.api.lines.LineTooLongException;
import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** The text as it arrives, put together. One thread reads, another looks. Holds no more than a text may have. */
final class Pieces {

    private static final ObjectReader JSON = Json.mapper().reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    private static final String DATA = "data:";

    private final int maxLine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private boolean ended;
    private @Nullable Problem problem;

    Pieces(int maxLine) {
        this.maxLine = maxLine;
    }

    /**
     * The text so far.
     *
     * @param ended whether nothing follows
     * @param problem why nothing follows, where that is not the end of the text
     */
    record SoFar(String text, boolean ended, @Nullable Problem problem) {}

    /** Waits until the text has so many characters (UTF-16) or has ended. */
    SoFar await(int length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (text.length() < length && !ended) {
                changed.await();
            }
            return new SoFar(text.toString(), ended, problem);
        } finally {
            lock.unlock();
        }
    }

    /** Reads to the end, or to the first thing that is no piece. Never throws for what a caller does. */
    void read(InputStream body) {
        end(readAll(new LineReader(body, maxLine)));
    }

    private @Nullable Problem readAll(LineReader lines) {
        try {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String json = json(new String(line, StandardCharsets.UTF_8).strip());
                Problem wrong = json.isEmpty() ? null : add(json);
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        } catch (LineTooLongException e) {
            return Problem.of(ProblemKind.BODY_TOO_LARGE, "A piece must have at most " + maxLine + " bytes.");
        } catch (IOException e) {
            return Problem.of(ProblemKind.BAD_REQUEST, "The body could not be read to its end.");
        }
    }

    /** What a line says: a line of NDJSON all, one of server-sent events its data; empty where that is nothing. */
    private static String json(String line) {
        if (line.startsWith(DATA)) {
            String data = line.substring(DATA.length()).strip();
            return data.equals("[DONE]") ? "" : data;
        }
        boolean field = line.startsWith(":")
                || line.startsWith("event:")
                || line.startsWith("id:")
                || line.startsWith("retry:");
        return field ? "" : line;
    }

    private @Nullable Problem add(String json) {
        JsonNode piece;
        try {
            piece = JSON.readTree(json);
        } catch (JacksonException e) {
            return Problem.of(ProblemKind.MALFORMED_JSON, "Every piece must be one JSON object in UTF-8.");
        }
        if (!piece.path("text").isString()) {
            return faulty("must be a string in every piece");
        }
        lock.lock();
        try {
            text.append(piece.path("text").asString());
            changed.signalAll();
            return TextFault.tooLong(text) ? invalid(TextFault.TOO_LONG) : null;
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Problem why) {
        lock.lock();
        try {
            ended = true;
            problem = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is said about a text that cannot be checked. */
    static Problem invalid(TextFault fault) {
        return faulty(fault.detail());
    }

    private static Problem faulty(String detail) {
        return new Problem(
                ProblemKind.INVALID_REQUEST,
                "One or more fields are not valid: see errors.",
                List.of(new FieldFault("/text", detail)));
    }
}
