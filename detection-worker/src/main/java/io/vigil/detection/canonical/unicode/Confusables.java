package io.vigil.detection.canonical.unicode;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * What a reader takes a character for: compatibility forms (NFKC), letters without diacritics, look-alikes in ASCII.
 *
 * <p>Sources: UAX #15 for compatibility forms, UTS #39 for look-alikes, both as ICU carries them. Results are kept for
 * each code point that was seen, in pages of 256; a race computes an entry twice and changes nothing. Thread-safe.
 */
final class Confusables {

    /** Longest reading of one code point; some ligatures stand for whole sentences and would let a text grow. */
    private static final int MAX_READING = 4;

    private static final String SELF = "";

    private final Normalizer2 nfkc = Normalizer2.getNFKCInstance();
    private final Normalizer2 nfd = Normalizer2.getNFDInstance();
    private final SpoofChecker lookAlikes = new SpoofChecker.Builder().build();
    private final String[][] pages = new String[0x1100][];

    /** The reading of a code point, or an empty string where it is taken for itself. */
    String reading(int cp) {
        if (ideographic(cp)) {
            return SELF;
        }
        String[] page = pages[cp >> 8];
        if (page == null) {
            page = new String[256];
            pages[cp >> 8] = page;
        }
        String reading = page[cp & 0xFF];
        if (reading == null) {
            reading = compute(cp);
            page[cp & 0xFF] = reading;
        }
        return reading;
    }

    private static boolean ideographic(int cp) {
        return (cp >= 0x3041 && cp <= 0x30FF) || (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xAC00 && cp <= 0xD7A3);
    }

    private String compute(int cp) {
        if (!Alphabets.letter(cp).isEmpty()) {
            return Alphabets.letter(cp);
        }
        String self = Character.toString(cp);
        String plain = withoutMarks(nfd.normalize(nfkc.normalize(self)));
        if (plain.isEmpty() || plain.length() > MAX_READING) {
            return SELF;
        }
        var reading = new StringBuilder();
        plain.codePoints().forEach(part -> reading.append(part < 0x80 ? Character.toString(part) : lookAlike(part)));
        if (reading.length() > MAX_READING || reading.toString().equals(self)) {
            return SELF;
        }
        return reading.toString();
    }

    private String lookAlike(int cp) {
        String self = Character.toString(cp);
        if (!Alphabets.letter(cp).isEmpty()) {
            return Alphabets.letter(cp);
        }
        if (Character.isWhitespace(cp) || Character.isSpaceChar(cp)) {
            return cp == 0x2028 || cp == 0x2029 || cp == 0x85 ? "\n" : " ";
        }
        String prototype = withoutMarks(nfd.normalize(lookAlikes.getSkeleton(self)));
        if (prototype.equals("rn")) {
            return "m";
        }
        if (!ascii(prototype) || (Character.isLetter(cp) && !letters(prototype))) {
            return self;
        }
        return prototype.equals("l") && Character.isUpperCase(cp) ? "I" : prototype;
    }

    private static String withoutMarks(String text) {
        var kept = new StringBuilder();
        text.codePoints().filter(cp -> !Invisibles.combining(cp)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean ascii(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean letters(String text) {
        return text.chars().allMatch(Character::isLetter);
    }
}
