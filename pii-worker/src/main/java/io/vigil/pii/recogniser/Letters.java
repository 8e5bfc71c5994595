package io.vigil.pii.recogniser;

import java.util.ArrayList;
import java.util.List;

/** Letters as context words are compared: lower case, Polish marks off. */
final class Letters {

    private Letters() {}

    /** The words between two positions of a text, folded; a word that an edge cuts on its left is left out. */
    static List<String> words(String text, int from, int to) {
        int end = Math.min(to, text.length());
        int i = Math.max(0, from);
        while (i > 0 && i < end && Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i))) {
            i++;
        }
        var words = new ArrayList<String>(8);
        while (i < end) {
            int start = i;
            while (i < end && Character.isLetter(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                words.add(folded(text, start, i));
            }
            i++;
        }
        return words;
    }

    private static String folded(String text, int start, int end) {
        var word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            word.append(fold(Character.toLowerCase(text.charAt(i))));
        }
        return word.toString();
    }

    private static char fold(char c) {
        return switch (c) {
            case 'ą' -> 'a';
            case 'ć' -> 'c';
            case 'ę' -> 'e';
            case 'ł' -> 'l';
            case 'ń' -> 'n';
            case 'ó' -> 'o';
            case 'ś' -> 's';
            case 'ź', 'ż' -> 'z';
            default -> c;
        };
    }
}
