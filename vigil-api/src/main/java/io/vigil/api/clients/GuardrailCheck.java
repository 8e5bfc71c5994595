package io.vigil.api.clients;

import io.vigil.api.check.AnswerBody;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.TextFault;
import io.vigil.message.Decision;
import io.vigil.message.Direction;
import io.vigil.message.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * LiteLLM's generic guardrail: every text of the call is checked, and answered in its place. One that is blocked blocks
 * the call. Thread-safe.
 */
public final class GuardrailCheck {

    private static final int MOST_TEXTS = 100;
    private static final String BLOCKED = "Blocked by policy";

    private static final Wanted WANTED = Wanted.scalars("input_type")
            .and(Map.of("texts", Wanted.list(MOST_TEXTS + 1, Wanted.SCALAR)))
            .and(Sender.WANTED_OF_GUARDRAIL);

    private final TextChecks checks;

    public GuardrailCheck(TextChecks checks) {
        this.checks = checks;
    }

    /**
     * Checks the texts of a call.
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
        var faults = new ArrayList<FieldFault>();
        Direction direction = direction(value.path("input_type"), faults);
        List<String> texts = texts(value.path("texts"), faults);
        if (!faults.isEmpty()) {
            return ClientResult.invalid(faults);
        }
        Sender sender = Sender.ofGuardrail(value);
        List<ClientText> toCheck = texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> new ClientText(text, direction.usualSource(), direction, Mode.FULL, sender))
                .toList();
        return told(texts, checks.all(toCheck, call));
    }

    private static Direction direction(JsonNode value, List<FieldFault> faults) {
        String type = value.asString("");
        if (!type.equals("request") && !type.equals("response")) {
            faults.add(new FieldFault("/input_type", "must be one of: request, response"));
        }
        return type.equals("response") ? Direction.OUTPUT : Direction.INPUT;
    }

    private static List<String> texts(JsonNode value, List<FieldFault> faults) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_TEXTS) {
            faults.add(new FieldFault("/texts", "must be a list of at most " + MOST_TEXTS + " texts"));
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (JsonNode text : value) {
            String pointer = "/texts/" + texts.size();
            if (!text.isString()) {
                faults.add(new FieldFault(pointer, "must be a string"));
            }
            texts.add(text.asString(""));
            TextFault.of(texts.getLast())
                    .filter(wrong -> wrong != TextFault.BLANK)
                    .ifPresent(wrong -> faults.add(new FieldFault(pointer, wrong.detail())));
        }
        return texts;
    }

    private static ClientResult told(List<String> texts, List<Checked> checked) {
        var answers = new ArrayList<AnswerBody>();
        Optional<Problem> problem = Optional.empty();
        for (Checked one : checked) {
            switch (one.result()) {
                case CheckResult.Answer(var answer) -> answers.add(answer);
                case Problem failed -> problem = problem.or(() -> Optional.of(failed));
            }
        }
        // A text that is blocked blocks the call, whatever became of the others.
        var block = answers.stream()
                .filter(answer -> answer.decision() == Decision.BLOCK)
                .findFirst();
        if (block.isPresent()) {
            return new ClientResult.Answer(
                    GuardrailBody.blocked(Objects.requireNonNullElse(block.get().blockMessage(), BLOCKED)));
        }
        if (problem.isPresent()) {
            return new ClientResult.None(problem.get());
        }
        boolean cleaned = answers.stream().anyMatch(answer -> answer.decision() == Decision.SANITIZE);
        return new ClientResult.Answer(
                cleaned ? GuardrailBody.intervened(inPlace(texts, answers)) : GuardrailBody.none());
    }

    private static List<String> inPlace(List<String> texts, List<AnswerBody> answers) {
        var next = answers.iterator();
        return texts.stream()
                .map(text -> text.isBlank()
                        ? text
                        : Objects.requireNonNullElse(next.next().sanitizedText(), text))
                .toList();
    }
}
