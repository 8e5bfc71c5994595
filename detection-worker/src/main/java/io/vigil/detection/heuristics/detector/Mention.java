package io.vigil.detection.heuristics.detector;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.vigil.detection.canonical.CanonicalText;
import io.vigil.detection.canonical.ViewKind;
import io.vigil.detection.heuristics.pattern.AttackPattern;
import io.vigil.detection.heuristics.pattern.PatternMatch;
import io.vigil.message.Span;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells an attack that is talked about from one that is made: it stands in quotation marks, in the open, in a text that
 * says it is an example, a phrase, something to translate or to explain. Such a match alone does not block; whether the
 * text is meant is for the branches that read it.
 */
public final class Mention {

    /** Most severity that a mention keeps: enough to be seen, not enough to decide. */
    private static final int MOST = 60;

    /** How far away the quotation marks may stand. */
    private static final int REACH = 160;

    /** Marks on one letter that are stepped over. */
    private static final int MOST_MARKS = 4;

    private static final String OPENING = "\"\u201c\u201e\u201d\u00ab\u2018'`\u00bb\u2039";
    private static final String CLOSING = "\"\u201d\u201c\u00bb\u2019'`\u00ab\u203a";

    /** Words of folded texts that speak about words. */
    private static final List<String> SPEAKING = List.of(
            "why do",
            "why is",
            "why are",
            "the phrase",
            "a phrase",
            "phrases",
            "the sentence",
            "sentences like",
            "an example",
            "for example",
            "example of",
            "bad example",
            "translate",
            "what does",
            "does it mean",
            "explain",
            "lesson",
            "lecture",
            "security training",
            "slide",
            "exam question",
            "article",
            "essay",
            "blog",
            "glossary",
            "definition",
            "prompt injection",
            "injection attack",
            "incident",
            "bug report",
            "warum",
            "der satz",
            "den satz",
            "beispiel",
            "vortrag",
            "ubersetz",
            "erklar",
            "pourquoi",
            "la phrase",
            "exemple",
            "traduis",
            "traduire",
            "por que",
            "la frase",
            "ejemplo",
            "traduc",
            "dlaczego",
            "zdanie",
            "zdania",
            "przyklad",
            "przetlumacz",
            "referat",
            "szkoleni",
            "artykul",
            "slowni");

    private final AhoCorasickDoubleArrayTrie<String> speaking = new AhoCorasickDoubleArrayTrie<>();

    /** Builds the search. */
    public Mention() {
        var words = new TreeMap<String, String>();
        SPEAKING.forEach(word -> words.put(word, word));
        speaking.build(words);
    }

    /** The matches, those that are mere mentions with less severity; linear in the length of the text. */
    public List<PatternMatch> weigh(CanonicalText text, List<PatternMatch> matches) {
        boolean any = matches.stream().anyMatch(match -> quoted(text.original(), match));
        if (!any || !speaking.matches(text.folded().text())) {
            return matches;
        }
        return matches.stream()
                .map(match -> quoted(text.original(), match) ? softened(match) : match)
                .toList();
    }

    private static PatternMatch softened(PatternMatch match) {
        AttackPattern pattern = match.pattern();
        var mild = new AttackPattern(pattern.family(), pattern.id(), pattern.description(), MOST);
        return new PatternMatch(mild, match.view(), match.span());
    }

    private static boolean quoted(String original, PatternMatch match) {
        return match.view() == ViewKind.FOLDED
                && match.pattern().severity() > MOST
                && !Disguised.part(original, match.span())
                && enclosed(original, match.span());
    }

    private static boolean enclosed(String original, Span span) {
        int from = span.start() - 1;
        int least = Math.max(0, span.start() - REACH);
        while (from >= least && !mark(OPENING, original, from, -1)) {
            from--;
        }
        int to = span.end();
        int most = Math.min(original.length(), span.end() + REACH);
        while (to < most && !mark(CLOSING, original, to, 1)) {
            to++;
        }
        return from >= least && to < most && !value(original, from);
    }

    /** The value of a field is in quotation marks because JSON wants it. */
    private static boolean value(String original, int mark) {
        int i = beyond(original, mark, -1);
        while (i > 0 && original.charAt(i) == ' ') {
            i = beyond(original, i, -1);
        }
        int before = beyond(original, i, -1);
        return i > 0 && original.charAt(i) == ':' && before >= 0 && original.charAt(before) == '"';
    }

    /** An apostrophe between letters is no quotation mark. */
    private static boolean mark(String marks, String original, int index, int outside) {
        if (marks.indexOf(original.charAt(index)) < 0) {
            return false;
        }
        int beyond = beyond(original, index, outside);
        return beyond < 0 || beyond >= original.length() || !Character.isLetterOrDigit(original.charAt(beyond));
    }

    /** The next index in a direction that holds no mark: an underlined letter is a letter. */
    private static int beyond(String original, int index, int direction) {
        int beyond = index + direction;
        int most = index + direction * MOST_MARKS;
        while (beyond != most
                && beyond >= 0
                && beyond < original.length()
                && Character.getType(original.charAt(beyond)) == Character.NON_SPACING_MARK) {
            beyond += direction;
        }
        return beyond;
    }
}
