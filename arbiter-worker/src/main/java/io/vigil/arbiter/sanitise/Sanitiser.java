package io.vigil.arbiter.sanitise;

import io.vigil.message.DetectionReport;
import io.vigil.message.PiiReport;
import io.vigil.message.Span;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Replacement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes attack spans and personal data out of a text. Where they overlap, both go as one removal: a piece of an attack
 * is not handed out because it looks like personal data, nor the other way round.
 */
public final class Sanitiser {

    private Sanitiser() {}

    /** Whether the places of the attack are known well enough to take it out under this policy. */
    public static boolean locates(String text, DetectionReport detection, ArbiterPolicy policy) {
        return Evidence.in(text, detection, policy).complete();
    }

    /** The text without what the reports object to. */
    public static Sanitised sanitise(String text, DetectionReport detection, PiiReport pii, ArbiterPolicy policy) {
        Evidence evidence = Evidence.in(text, detection, policy);
        String token = policy.sanitize().redactToken();
        List<Replacement> personal = Redacted.replacements(text, pii.entities());
        List<Span> removals = new ArrayList<>();
        List<Replacement> replacements = new ArrayList<>();
        for (Replacement region : Redaction.regions(text, together(personal, evidence.spans(), token))) {
            if (removed(region.span(), evidence.spans())) {
                extend(removals, region.span());
            } else {
                replacements.add(region);
            }
        }
        removals.forEach(span -> replacements.add(new Replacement(span, token)));
        String sanitised = Redaction.apply(text, replacements);
        boolean located =
                evidence.complete() && !withEach(text, removals, token).equals(text);
        return new Sanitised(sanitised, !sanitised.equals(text), located, saysNothing(withEach(text, removals, "")));
    }

    private static List<Replacement> together(List<Replacement> personal, List<Span> attack, String token) {
        var all = new ArrayList<>(personal);
        attack.forEach(span -> all.add(new Replacement(span, token)));
        return all;
    }

    private static boolean removed(Span region, List<Span> attack) {
        for (Span span : attack) {
            if (span.overlaps(region)) {
                return true;
            }
        }
        return false;
    }

    /** Removals that touch become one: two tokens in a row tell nobody more. */
    private static void extend(List<Span> removals, Span next) {
        int last = removals.size() - 1;
        if (last >= 0 && removals.get(last).end() == next.start()) {
            removals.set(last, new Span(removals.get(last).start(), next.end()));
        } else {
            removals.add(next);
        }
    }

    private static String withEach(String text, List<Span> spans, String token) {
        return Redaction.apply(
                text, spans.stream().map(span -> new Replacement(span, token)).toList());
    }

    private static boolean saysNothing(String rest) {
        return rest.codePoints().noneMatch(Sanitiser::says);
    }

    private static boolean says(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }
}
