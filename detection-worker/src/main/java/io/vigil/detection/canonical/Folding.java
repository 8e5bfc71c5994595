package io.vigil.detection.canonical;

import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;

/** Lower case, and one space or line break for any run of white space. */
final class Folding {

    MappedText apply(MappedText source) {
        String text = source.text();
        char[] folded = new char[text.length()];
        boolean single = true;
        char last = 'x';
        for (int i = 0; i < folded.length; i++) {
            char c = lower(text.charAt(i));
            single &= c > ' ' || (last > ' ' && (c == ' ' || c == '\n'));
            folded[i] = c;
            last = c;
        }
        MappedText lower = source.withText(new String(folded));
        return single ? lower : collapse(lower);
    }

    private static char lower(char c) {
        return c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
    }

    private static MappedText collapse(MappedText source) {
        String text = source.text();
        var result = new Rewriting(source);
        int i = 0;
        while (i < text.length()) {
            int word = i;
            while (i < text.length() && text.charAt(i) > ' ') {
                i++;
            }
            result.copy(word, i);
            int space = i;
            boolean newLine = false;
            while (i < text.length() && text.charAt(i) <= ' ') {
                newLine |= text.charAt(i) == '\n' || text.charAt(i) == '\r';
                i++;
            }
            if (i > space) {
                result.put(newLine ? '\n' : ' ', space, i);
            }
        }
        return result.finish();
    }
}
