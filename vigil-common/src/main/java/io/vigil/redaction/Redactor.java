package io.vigil.redaction;

import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Decides what stands in the place of each value of a text. Pure, apart from the hash that it is given. */
public final class Redactor {

    /** A tag is one of a billion: more tries than this mean that it does not depend on the try. */
    private static final int MOST_TRIES = 100;

    private final UnaryOperator<String> hash;

    /**
     * A redactor.
     *
     * @param hash from the identity of a value to a hash under a secret, in characters that a token may have
     */
    public Redactor(UnaryOperator<String> hash) {
        this.hash = hash;
    }

    /**
     * What each value is replaced by. Restoring the redacted text gives every reversible value back and changes nothing
     * else, whatever brackets the text has itself.
     *
     * @param values by position, without overlap
     * @param tags from the number of the try, 0 and up, to the end of every reversible token: upper-case letters and
     *     digits; the same request must lead to the same tags, so that work done twice gives the same tokens
     * @throws IllegalArgumentException where a value ends behind the text
     * @throws IllegalStateException where every tag is in the text already
     */
    public Redacted redact(String text, List<Sensitive> values, IntFunction<String> tags) {
        boolean reversible = values.stream().anyMatch(value -> value.mode() instanceof RedactionMode.Reversible);
        if (!reversible) {
            return once(text, values, "");
        }
        String expected = withoutReversible(text, values);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Redacted redacted = once(text, values, "_" + tags.apply(attempt));
            String hidden = Redaction.apply(text, redacted.replacements());
            if (new Restorer(redacted.originals(), Restorer.Format.TEXT)
                    .restore(hidden)
                    .equals(expected)) {
                return redacted;
            }
        }
        throw new IllegalStateException("no free tag for reversible tokens");
    }

    /** What restoring must lead to. */
    private String withoutReversible(String text, List<Sensitive> values) {
        var others = values.stream()
                .filter(value -> !(value.mode() instanceof RedactionMode.Reversible))
                .toList();
        return Redaction.apply(text, once(text, others, "").replacements());
    }

    private Redacted once(String text, List<Sensitive> values, String end) {
        var names = new TokenNames(text);
        Map<String, String> originals = new LinkedHashMap<>();
        List<Replacement> replacements = new ArrayList<>(values.size());
        for (Sensitive value : values) {
            Span span = Redaction.wholeCharacters(text, value.span());
            String original = text.substring(span.start(), span.end());
            replacements.add(new Replacement(span, with(original, value.mode(), names, end, originals)));
        }
        return new Redacted(replacements, originals);
    }

    private String with(String value, RedactionMode mode, TokenNames names, String end, Map<String, String> originals) {
        return switch (mode) {
            case RedactionMode.Token(String text) -> text;
            case RedactionMode.Numbered(String name) -> names.of(name, Identity.of(value), "");
            case RedactionMode.Mask(int keepLast) -> masked(value, keepLast);
            case RedactionMode.Hash(String name) -> "[" + name + "_" + hash.apply(Identity.of(value)) + "]";
            case RedactionMode.Drop() -> "";
            case RedactionMode.Reversible(String name) -> {
                String token = names.of(name, value, end);
                originals.put(token, value);
                yield token;
            }
        };
    }

    private static String masked(String value, int keepLast) {
        int length = value.codePointCount(0, value.length());
        int kept = length > 2 * keepLast ? keepLast : 0;
        return "*".repeat(length - kept) + value.substring(value.offsetByCodePoints(value.length(), -kept));
    }
}
