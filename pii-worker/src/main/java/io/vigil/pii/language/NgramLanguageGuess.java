package io.vigil.pii.language;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language by the frequency of one to three letters in a row, as Cavnar and Trenkle described it in 1994; Korean
 * by its letters, which no other language has. Reads the first 400 letters; needs twenty letters.
 */
public final class NgramLanguageGuess implements LanguageGuess {

    private static final List<String> LANGUAGES =
            List.of("en", "pl", "de", "fr", "es", "it", "pt", "nl", "cs", "sk", "uk", "ru", "ar", "ja", "zh-CN");

    /** Its profile would take more memory than all others together. */
    private static final String KOREAN = "ko";

    /** The languages that this product is made for: ten times more likely before anything is read. */
    private static final Set<String> EXPECTED = Set.of("en", "pl");

    private static final int MAX_SAMPLE = 400;
    private static final int MIN_LETTERS = 20;
    private static final double MIN_PROBABILITY = 0.9;

    private final LanguageDetector detector;

    private NgramLanguageGuess(LanguageDetector detector) {
        this.detector = detector;
    }

    /** Reads the profiles of the languages from the class path; takes about 0.1 seconds. */
    public static NgramLanguageGuess load() {
        try {
            var locales = LANGUAGES.stream().map(LdLocale::fromString).toList();
            return new NgramLanguageGuess(LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readBuiltIn(locales))
                    .minimalConfidence(MIN_PROBABILITY)
                    .languagePriorities(priorities(locales))
                    .seed(0)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<LdLocale, Double> priorities(List<LdLocale> locales) {
        var priorities = new HashMap<LdLocale, Double>();
        locales.forEach(locale -> priorities.put(locale, EXPECTED.contains(locale.getLanguage()) ? 1.0 : 0.1));
        return priorities;
    }

    @Override
    public String of(String text) {
        CharSequence sample = letters(text);
        if (sample.isEmpty()) {
            return UNKNOWN;
        }
        if (isKorean(sample)) {
            return KOREAN;
        }
        List<DetectedLanguage> likely = detector.getProbabilities(sample);
        return likely.isEmpty() ? UNKNOWN : likely.getFirst().getLocale().getLanguage();
    }

    /** Whether more than half of the letters are Hangul syllables. */
    private static boolean isKorean(CharSequence sample) {
        long letters = sample.chars().filter(Character::isLetter).count();
        long syllables =
                sample.chars().filter(c -> c >= '\uAC00' && c <= '\uD7A3').count();
        return syllables * 2 > letters;
    }

    /** The words of a text with one space between them; empty where they have too few letters. */
    private static CharSequence letters(String text) {
        var sample = new StringBuilder(Math.min(text.length(), MAX_SAMPLE));
        for (int i = 0; i < text.length() && sample.length() < MAX_SAMPLE; ) {
            int start = i;
            while (i < text.length() && i - start < MAX_SAMPLE && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            addWord(text, start, i, sample);
            i = i == start ? i + 1 : i;
        }
        return sample.length() < MIN_LETTERS ? "" : sample;
    }

    /** Numbers, addresses and abbreviations belong to no language. */
    private static void addWord(String text, int start, int end, StringBuilder sample) {
        int before = sample.length();
        int small = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '/' || c == '_' || Character.isDigit(c)) {
                sample.setLength(before);
                return;
            }
            if (Character.isLetter(c)) {
                sample.append(c);
                small += Character.isUpperCase(c) ? 0 : 1;
            }
        }
        if (small == 0) {
            sample.setLength(before);
        } else {
            sample.append(' ');
        }
    }
}
