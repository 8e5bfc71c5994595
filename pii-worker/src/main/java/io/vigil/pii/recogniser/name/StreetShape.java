package io.vigil.pii.recogniser.name;

/** Names of streets by their endings, in languages that write them as one word. */
final class StreetShape {

    private static final String[] ENDINGS = {
        "strasse", "straße", "gasse", "weg", "platz", "allee", "gatan", "gata", "vagen", "veien", "vegen", "veg", "vej",
        "straat", "laan", "plein", "gracht", "katu", "kuja", "tie", "maantee", "gade", "utca", "stien", "backen",
                "grand"
    };
    private static final int SHORTEST_STEM = 3;

    private StreetShape() {}

    /** Whether a word is written like a street. */
    static boolean of(CharSequence text, int start, int end) {
        for (String ending : ENDINGS) {
            if (end - start >= ending.length() + SHORTEST_STEM && endsWith(text, end, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(CharSequence text, int end, String ending) {
        int from = end - ending.length();
        for (int i = ending.length() - 1; i >= 0; i--) {
            if (Folding.fold(text.charAt(from + i)) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
