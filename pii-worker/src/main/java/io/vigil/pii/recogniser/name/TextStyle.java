package io.vigil.pii.recogniser.name;

/** How capitals are used in a text, and so what a capital says. Used by one thread, from the first word on. */
final class TextStyle {

    private static final int LEAST_FOR_HEADING = 4;
    private static final long NAMES = Trait.anyOf(Trait.GIVEN, Trait.FAMILY);
    private static final long STOPS = Trait.anyOf(Trait.FUNCTION, Trait.BRAND);

    private static final long ENGLISH = Trait.anyOf(Trait.ORDINARY, Trait.FUNCTION);

    private final Words words;
    private final boolean caseless;
    private final boolean english;
    /** German writes every noun with a capital. */
    private final boolean german;

    private int headingEnd = -1;
    private boolean heading;

    TextStyle(Words words) {
        this.words = words;
        int small = 0;
        int capital = 0;
        int known = 0;
        int german = 0;
        int names = 0;
        for (int i = 0; i < words.size(); i++) {
            Case written = words.caseOf(i);
            small += written == Case.SMALL ? 1 : 0;
            capital += written == Case.CAPITAL || written == Case.INITIAL ? 1 : 0;
            german += words.is(i, Trait.GERMAN) ? 1 : 0;
            names += words.isAny(i, NAMES) && !words.isAny(i, ENGLISH) ? 1 : 0;
            known += words.isAny(i, ENGLISH) ? 1 : 0;
        }
        this.caseless = capital == 0 && small > 0;
        this.german = german > 1 && german * 6 > words.size();
        this.english = known * 3 > (words.size() - names) * 2;
    }

    /** Whether there are no capitals at all. */
    boolean isCaseless() {
        return caseless;
    }

    /** Whether most words are in the English word list. */
    boolean isEnglish() {
        return english;
    }

    /** What a word is worth as a part of a name in this text. */
    NameClass classOf(int word) {
        return NameClass.of(words, word, caseless);
    }

    /** Whether most words of a sentence have capitals, names left aside, so that a capital says nothing. */
    boolean isHeading(int word) {
        if (word > headingEnd) {
            int capitals = 0;
            int all = 0;
            int i = word;
            while (i < words.size() && (i == word || !words.beginsSentence(i))) {
                boolean name = words.isAny(i, NAMES) && !words.isAny(i, STOPS);
                all += name ? 0 : 1;
                capitals += words.isCapital(i) && !name ? 1 : 0;
                i++;
            }
            headingEnd = i - 1;
            heading = all >= LEAST_FOR_HEADING && capitals * 3 > all * 2;
        }
        return heading || german;
    }
}
