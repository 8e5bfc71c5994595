package io.vigil.logging.explain;

import io.vigil.eventlog.EventEntry;
import io.vigil.eventlog.EventExplanation.Boost;
import io.vigil.eventlog.EventExplanation.Branch;
import io.vigil.eventlog.EventExplanation.Thresholds;
import io.vigil.message.MatchedRule;
import io.vigil.verdict.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event for a person who knows nothing of the system. Never a word of the request.
 *
 * @param thresholds what was in force; null where the event does not tell
 */
record PlainWords(
        EventEntry event,
        List<Branch> branches,
        List<Boost> boosts,
        List<MatchedRule> rules,
        @Nullable Thresholds thresholds) {

    private static final int RULES_TOLD = 3;

    String summary() {
        var sentences = new ArrayList<String>();
        sentences.add(outcome());
        if (event.decision().equals("EXPIRED")) {
            return sentences.getFirst();
        }
        sentences.add(score());
        if (!event.categories().isEmpty()) {
            sentences.add("It looks like "
                    + listed(event.categories().stream().map(PlainWords::words).toList()) + ".");
        }
        rules.stream()
                .limit(RULES_TOLD)
                .map(rule ->
                        "A rule that looks for %s matched (%s).".formatted(lowered(rule.description()), rule.rule()))
                .forEach(sentences::add);
        branches.forEach(branch -> sentences.add(said(branch)));
        boosts.forEach(boost -> sentences.add(lifted(boost)));
        flags(sentences);
        personalData(sentences);
        return String.join(" ", sentences);
    }

    private String outcome() {
        String text = event.direction().equals("output") ? "The model's answer" : "This text";
        return switch (event.decision()) {
            case "BLOCK" -> text + " was blocked: nobody downstream has seen it.";
            case "SANITIZE" -> text + " was passed on in part: what is dangerous or personal was taken out of it.";
            case "ALLOW" -> text + " was passed on unchanged.";
            default -> text + " was not checked: whoever asked had given up waiting.";
        };
    }

    private String score() {
        String scale = "On a scale from 0 (harmless) to 100 (certainly an attack) it got " + event.threatScore();
        if (thresholds == null) {
            return scale + ".";
        }
        return scale
                + "; from %d on a text is cleaned, from %d on it is blocked, and already from %d on where the attack cannot be cut out."
                        .formatted(thresholds.sanitize(), thresholds.block(), thresholds.unsanitizableBlock());
    }

    private static String said(Branch branch) {
        String who = switch (branch.branch()) {
            case "a" -> "The search for known patterns (branch A)";
            case "b" -> "The comparison with known attacks (branch B)";
            default -> "The trained classifier (branch C)";
        };
        Integer score = branch.score();
        if (score == null) {
            return "%s had no say: %s.".formatted(who, branch.because());
        }
        Double weight = branch.weight();
        return weight == null
                ? "%s gave it %d.".formatted(who, score)
                : String.format(Locale.ROOT, "%s gave it %d and counts for %.0f %%.", who, score, weight * 100);
    }

    private static String lifted(Boost boost) {
        return boost.atLeast() == null
                ? "The score was raised because %s.".formatted(boost.reason())
                : "The score was raised to at least %d because %s.".formatted(boost.atLeast(), boost.reason());
    }

    private void flags(List<String> sentences) {
        for (String name : event.flags()) {
            Flag.of(name).ifPresent(flag -> sentences.add("Beyond the score: " + flag.reason() + "."));
        }
    }

    private void personalData(List<String> sentences) {
        if (event.piiEntitiesCount() > 0) {
            sentences.add("It holds personal data (%s: %s), which is replaced in the log."
                    .formatted(
                            event.piiEntitiesCount() == 1 ? "1 piece" : event.piiEntitiesCount() + " pieces",
                            listed(event.piiTypesDetected().stream()
                                    .map(PlainWords::words)
                                    .toList())));
        }
    }

    /** {@code INSTRUCTION_OVERRIDE} to {@code instruction override}. */
    private static String words(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String lowered(String sentence) {
        String without = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean shout = without.length() > 1 && Character.isUpperCase(without.charAt(1));
        return without.isEmpty() || shout
                ? without
                : without.substring(0, 1).toLowerCase(Locale.ROOT) + without.substring(1);
    }

    private static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }
}
