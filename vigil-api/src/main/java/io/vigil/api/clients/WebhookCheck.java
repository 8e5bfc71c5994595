package io.vigil.api.clients;

import io.vigil.api.check.AnswerBody;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.TextFault;
import io.vigil.message.Decision;
import io.vigil.message.Direction;
import io.vigil.message.Mode;
import io.vigil.message.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What the browser extension asks before a person's text is sent. It lets everything pass that is not answered with 200, so
 * a text that cannot be checked for what it is, is blocked and not refused. Thread-safe.
 */
public final class WebhookCheck {

    private static final String BLOCKED = "Blocked by policy";

    /** A page sends one message of some twenty values; whatever is larger is not rebuilt. */
    private static final int MOST_VALUES = 1000;

    private static final Wanted WANTED =
            Wanted.scalars("chatInput", "sessionId", "clientId").and(Map.of("messages", Wanted.anything(MOST_VALUES)));

    private final TextChecks checks;
    private final InstantSource clock;

    public WebhookCheck(TextChecks checks, InstantSource clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Checks a text.
     *
     * @param body JSON in UTF-8, not trusted
     * @throws InterruptedException when the service stops
     */
    public ClientResult check(byte[] body, CallContext call) throws InterruptedException {
        var read = Excerpt.of(body, WANTED);
        if (read.isEmpty()) {
            return ClientResult.malformed();
        }
        JsonNode value = read.get();
        JsonNode input = value.path("chatInput");
        if (!input.isString()) {
            return ClientResult.invalid(List.of(new FieldFault("/chatInput", "must be a string")));
        }
        String text = input.asString("");
        String session = value.path("sessionId").asString(String.valueOf(clock.millis()));
        return switch (TextFault.of(text).orElse(null)) {
            case BLANK -> new ClientResult.Answer(unasked("allow", "allowed", text, 0, session));
            case TOO_LONG, NOT_UNICODE -> new ClientResult.Answer(unasked("block", "blocked", BLOCKED, 100, session));
            case null -> asked(text, session, value, call);
        };
    }

    private ClientResult asked(String text, String session, JsonNode value, CallContext call)
            throws InterruptedException {
        Sender sender = Sender.ofExtension(value);
        Checked checked = checks.one(new ClientText(text, Source.USER_INPUT, Direction.INPUT, Mode.FULL, sender), call);
        return switch (checked.result()) {
            case CheckResult.Answer(var answer) ->
                new ClientResult.Answer(told(answer, text, session, value.path("messages"), checked.decided()));
            case CheckResult.Problem problem -> new ClientResult.None(problem);
        };
    }

    private static WebhookBody told(
            AnswerBody answer, String text, String session, JsonNode messages, Instant decided) {
        String cleaned = answer.decision() == Decision.SANITIZE ? answer.sanitizedText() : null;
        var arbiter = new WebhookBody.Arbiter(answer.threatScore(), answer.confidence(), boosts(answer));
        return new WebhookBody(
                switch (answer.decision()) {
                    case ALLOW -> "allow";
                    case SANITIZE -> "sanitize";
                    case BLOCK -> "block";
                },
                switch (answer.decision()) {
                    case ALLOW -> text;
                    case SANITIZE -> Objects.requireNonNullElse(cleaned, "");
                    case BLOCK -> Objects.requireNonNullElse(answer.blockMessage(), BLOCKED);
                },
                Words.decision(answer.decision()).toLowerCase(Locale.ROOT),
                answer.threatScore(),
                session,
                arbiter,
                cleaned == null ? null : SanitizedBody.of(messages, cleaned, answer.requestId(), decided));
    }

    private static List<String> boosts(AnswerBody answer) {
        var process = answer.decisionProcess();
        return process == null ? List.of() : process.boosts();
    }

    private static WebhookBody unasked(String action, String reason, String text, int score, String session) {
        var arbiter = new WebhookBody.Arbiter(score, 1, List.of());
        return new WebhookBody(action, text, reason, score, session, arbiter, null);
    }
}
