package io.vigil.api.stream;

import io.vigil.api.check.AnswerBody;
import io.vigil.api.check.CheckBody;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import io.vigil.api.check.TextFault;
import io.vigil.message.Decision;
import io.vigil.message.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Guards an output while it is written. The text so far is checked again and again, ever less often as it grows, so that
 * the work stays a small multiple of one check of the whole; what a check allows goes out up to the window. The last word
 * is a check of the whole text, the same as {@code /v1/guard/output} does. Thread-safe.
 */
public final class StreamGuard {

    /** A check follows when the text has grown by this part of it, or by the window. */
    private static final int GROWTH = 8;

    private final GuardCheck guard;
    private final RequestIds ids;
    private final StreamLimits limits;
    private final Semaphore streams;

    public StreamGuard(GuardCheck guard, RequestIds ids, StreamLimits limits) {
        this.guard = guard;
        this.ids = ids;
        this.limits = limits;
        this.streams = new Semaphore(limits.maxStreams());
    }

    /** Where events go. */
    public interface Events {

        /** The next event. */
        void write(StreamEvent event) throws IOException;

        /** The end, without a verdict. */
        void fail(Problem problem) throws IOException;
    }

    /**
     * How a text is checked.
     *
     * @param options mode and source; its text does not count
     * @param identity of the check of the whole text
     * @param tenant whose request it is; empty without tenants
     * @param trace trace context to pass on, possibly empty
     */
    public record Terms(CheckBody options, RequestIdentity identity, String tenant, Map<String, String> trace) {}

    /**
     * Guards a stream to its end.
     *
     * @param body a piece a line, not trusted
     * @return false where too many streams are open: nothing was read or written
     * @throws IOException nobody reads the events
     * @throws InterruptedException when the service stops
     */
    public boolean run(InputStream body, Terms terms, Events events) throws IOException, InterruptedException {
        if (!streams.tryAcquire()) {
            return false;
        }
        var reader = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("vigil-stream-", 0).factory());
        try {
            var pieces = new Pieces(limits.maxLine());
            reader.execute(() -> pieces.read(body));
            var release = new Release(limits.window());
            String whole = goingOn(pieces, release, terms, events);
            if (whole != null) {
                ended(whole, release, terms, events);
            }
        } finally {
            reader.shutdownNow();
            // The body may not be touched once the request is over.
            reader.close();
            streams.release();
        }
        return true;
    }

    /** Follows a text until it has ended; null where it ended with a problem. */
    private @Nullable String goingOn(Pieces pieces, Release release, Terms terms, Events events)
            throws IOException, InterruptedException {
        int checked = limits.window();
        boolean held = false;
        while (true) {
            var soFar = pieces.await(held ? Integer.MAX_VALUE : checked + Math.max(limits.window(), checked / GROWTH));
            if (soFar.problem() != null) {
                events.fail(soFar.problem());
                return null;
            }
            if (soFar.ended()) {
                return soFar.text();
            }
            checked = soFar.text().length();
            String text = wholeCharacters(soFar.text());
            if (TextFault.of(text).isPresent()) {
                continue;
            }
            if (check(text, ids.next(null).id(), terms) instanceof CheckResult.Answer(AnswerBody answer)) {
                held = answer.decision() == Decision.BLOCK;
                send(held ? StreamEvent.held() : StreamEvent.text(release.beforeWindow(shown(text, answer))), events);
            }
        }
    }

    private void ended(String text, Release release, Terms terms, Events events)
            throws IOException, InterruptedException {
        var fault = TextFault.of(text);
        if (fault.isPresent()) {
            events.fail(Pieces.invalid(fault.get()));
            return;
        }
        switch (check(text, terms.identity().id(), terms)) {
            case Problem problem -> events.fail(problem);
            case CheckResult.Answer(AnswerBody answer)
            when answer.decision() == Decision.BLOCK -> events.write(StreamEvent.blocked(answer));
            case CheckResult.Answer(AnswerBody answer) -> {
                String shown = shown(text, answer);
                send(StreamEvent.text(release.rest(shown)), events);
                events.write(StreamEvent.verdict(answer, release.isAllOf(shown)));
            }
        }
    }

    private CheckResult check(String text, String requestId, Terms terms) throws InterruptedException {
        CheckBody options = terms.options();
        var body = new CheckBody(text, options.mode(), options.returnDecisionProcess(), options.source());
        return guard.check(body.toSubmission(requestId), Direction.OUTPUT, terms.tenant(), terms.trace());
    }

    private static String shown(String text, AnswerBody answer) {
        return answer.sanitizedText() == null ? text : answer.sanitizedText();
    }

    private static void send(StreamEvent event, Events events) throws IOException {
        if (event.text() == null || !event.text().isEmpty()) {
            events.write(event);
        }
    }

    /** A piece may end in the middle of a character. */
    private static String wholeCharacters(String text) {
        boolean cut = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        return cut ? text.substring(0, text.length() - 1) : text;
    }
}
