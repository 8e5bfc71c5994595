package io.vigil.detection.canonical.unicode;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;
import java.util.Optional;

/**
 * Takes off what Unicode offers for hiding: invisible characters, direction controls, tag characters and variation
 * selectors that spell text, look-alike and decorative letters, stacked marks. Case stays. Thread-safe.
 */
public final class Cleaning {

    /** Tags that spell a region behind a black flag, at most six letters and the end, in code units. */
    private static final int LONGEST_REGION = 14;

    /** Most letters beyond ASCII within a word that tags spell. */
    private static final int FEW = 4;

    private final Confusables confusables = new Confusables();

    /**
     * Cleans a text and writes out what its invisible characters spell; linear in its length.
     *
     * @return the text itself where it is ASCII without control characters
     */
    public MappedText apply(MappedText source, Traces traces) {
        if (plain(source.text())) {
            return source;
        }
        int before = traces.count(Disguise.VARIATION_SELECTOR);
        MappedText cleaned = new Pass(source, traces, Tags.APART).run();
        boolean smuggled = traces.count(Disguise.VARIATION_SELECTOR) > before;
        return smuggled ? new Pass(cleaned, new Traces(), Tags.DROPPED).run() : cleaned;
    }

    /** Cleans a text and drops what its invisible characters spell, as a screen does. */
    public MappedText visible(MappedText source) {
        return new Pass(source, new Traces(), Tags.DROPPED).run();
    }

    /**
     * Cleans a text and joins what tags spell to a letter beyond ASCII right before it: tags cannot spell that letter, so
     * it may begin their first word.
     *
     * @return nothing where no tags stand behind such a letter
     */
    public Optional<MappedText> joined(MappedText source) {
        var pass = new Pass(source, new Traces(), Tags.JOINED);
        MappedText joined = pass.run();
        return pass.joins > 0 ? Optional.of(joined) : Optional.empty();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || (c < 0x20 && Invisibles.control(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean latin(int cp) {
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    }

    /** What becomes of text in tags. */
    private enum Tags {
        APART,
        JOINED,
        DROPPED
    }

    /** One walk over one text. */
    private final class Pass {

        private final MappedText source;
        private final String text;
        private final Traces traces;
        private final Rewriting result;
        private final Smuggled scattered = new Smuggled();
        private final Tags kind;
        private int joins;
        private int tagEnd = -FEW - 1;
        private int marks;
        private boolean flag;

        Pass(MappedText source, Traces traces, Tags kind) {
            this.kind = kind;
            this.source = source;
            this.text = source.text();
            this.traces = traces;
            this.result = new Rewriting(source);
        }

        MappedText run() {
            int i = 0;
            while (i < source.length()) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    ascii(c, i);
                    i++;
                } else {
                    int cp = text.codePointAt(i);
                    i = foreign(cp, i, i + Character.charCount(cp));
                }
            }
            spell(scattered.says(), 0, source.length());
            return result.finish();
        }

        private void ascii(char c, int index) {
            marks = 0;
            flag = false;
            if (Invisibles.control(c)) {
                traces.add(Disguise.CONTROL_CHARACTER, 1);
            } else {
                result.copy(index);
            }
        }

        private void spell(String hidden, int start, int end) {
            if (kind != Tags.DROPPED && !hidden.isEmpty()) {
                traces.add(Disguise.VARIATION_SELECTOR, hidden.length());
                result.put("\n" + hidden + "\n", start, end);
            }
        }

        private int foreign(int cp, int start, int end) {
            if (Invisibles.combining(cp)) {
                marks++;
                traces.add(Disguise.STACKED_MARK, marks == 3 ? 1 : 0);
                return end;
            }
            marks = 0;
            if (Invisibles.tag(cp)) {
                return tags(start);
            }
            if (Invisibles.selectorByte(cp) >= 0) {
                return selectors(start);
            }
            if (Invisibles.zeroWidth(cp) || Invisibles.bidi(cp) || Invisibles.control(cp)) {
                invisible(cp, end);
                return end;
            }
            letter(cp, start, end);
            flag = cp == 0x1F3F4;
            return end;
        }

        private void invisible(int cp, int end) {
            if (Invisibles.overridesDirection(cp)) {
                traces.add(Disguise.BIDI_CONTROL, 1);
            } else if (Invisibles.control(cp)) {
                traces.add(Disguise.CONTROL_CHARACTER, 1);
            } else if (Invisibles.zeroWidth(cp)) {
                boolean inLatin = latin(result.last()) && end < text.length() && latin(text.charAt(end));
                traces.add(
                        Disguise.ZERO_WIDTH, cp != 0x00AD && (inLatin || !Invisibles.ordinaryOutsideLatin(cp)) ? 1 : 0);
            }
        }

        /** Text in tags stands apart from the visible text around it. */
        private int tags(int start) {
            int end = start;
            while (end < text.length() && Invisibles.tag(text.codePointAt(end))) {
                end += 2;
            }
            boolean region = flag && end - start <= LONGEST_REGION;
            flag = false;
            if (!region && kind != Tags.DROPPED) {
                spellTags(start, end);
            }
            return end;
        }

        private void spellTags(int start, int end) {
            int spelled = 0;
            for (int i = start; i < end; i += 2) {
                int ascii = text.codePointAt(i) - 0xE0000;
                if ((ascii >= 0x20 && ascii < 0x7F) || ascii == '\n' || ascii == '\r' || ascii == '\t') {
                    if (spelled++ == 0 && start > tagEnd + FEW && !joins(start)) {
                        result.put('\n', i, i + 2);
                    }
                    result.put((char) ascii, i, i + 2);
                }
            }
            if (spelled > 0 && !tagWithin(end)) {
                result.put('\n', end - 2, end);
            }
            tagEnd = end;
            traces.add(Disguise.TAG_CHARACTER, spelled);
        }

        private boolean joins(int start) {
            boolean joined = kind == Tags.JOINED && start > 0 && text.charAt(start - 1) >= 0x80 && letterAt(start - 1);
            joins += joined ? 1 : 0;
            return joined;
        }

        /** A few letters beyond ASCII between two tags are those that the tags cannot spell. */
        private boolean tagWithin(int from) {
            int next = from;
            while (next < text.length() && next < from + FEW && text.charAt(next) >= 0x80 && letterAt(next)) {
                next++;
            }
            return next > from && next < text.length() && Invisibles.tag(text.codePointAt(next));
        }

        private boolean letterAt(int index) {
            return Character.isLetter(text.charAt(index));
        }

        private int selectors(int start) {
            var run = new Smuggled();
            int i = start;
            int first = Invisibles.selectorByte(text.codePointAt(i));
            int bytes = 0;
            while (i < text.length() && Invisibles.selectorByte(text.codePointAt(i)) >= 0) {
                run.add(Invisibles.selectorByte(text.codePointAt(i)));
                bytes++;
                i += Character.charCount(text.codePointAt(i));
            }
            if (bytes == 1 && first >= 0x20) {
                scattered.add(first);
            }
            spell(run.says(), start, i);
            return i;
        }

        private void letter(int cp, int start, int end) {
            String reading = confusables.reading(cp);
            if (reading.isEmpty()) {
                result.copy(start, end);
                return;
            }
            boolean spelled = reading.length() == 1 && latin(reading.charAt(0));
            if (spelled && decorative(cp)) {
                traces.add(Disguise.STYLED_LETTER, 1);
            } else if (spelled && foreignScript(cp) && besideLatin(start, end)) {
                traces.add(Disguise.HOMOGLYPH, 1);
            }
            result.put(reading, start, end);
        }

        private boolean besideLatin(int start, int end) {
            return (start > 0 && latin(text.charAt(start - 1))) || (end < text.length() && latin(text.charAt(end)));
        }
    }

    private static boolean decorative(int cp) {
        return (cp >= 0xFF21 && cp <= 0xFF5A)
                || (cp >= 0x1D400 && cp <= 0x1D7FF)
                || (cp >= 0x249C && cp <= 0x24E9)
                || (cp >= 0x1D00 && cp <= 0x1D22)
                || (cp >= 0x1F110 && cp <= 0x1F189)
                || (cp >= 0x1F1E6 && cp <= 0x1F1FF);
    }

    private static boolean foreignScript(int cp) {
        return switch (Character.UnicodeScript.of(cp)) {
            case LATIN, COMMON, INHERITED -> false;
            default -> Character.isLetter(cp);
        };
    }
}
