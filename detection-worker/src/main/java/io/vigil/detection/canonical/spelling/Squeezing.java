package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/** Writes a letter that is repeated three times or more once: {@code ignoooore}. */
public final class Squeezing {

    /** Squeezes the words; linear in the length of the text. */
    public MappedText apply(MappedText source, Traces traces) {
        String text = source.text();
        var result = new Rewriting(source);
        int squeezed = 0;
        int i = 0;
        while (i < text.length()) {
            int end = i + 1;
            while (end < text.length() && text.charAt(end) == text.charAt(i)) {
                end++;
            }
            if (end - i >= 3 && Character.isLetter(text.charAt(i))) {
                result.put(text.charAt(i), i, end);
                if (doubled(text, i, end)) {
                    result.put(text.charAt(i), i, end);
                }
                squeezed++;
            } else {
                result.copy(i, end);
            }
            i = end;
        }
        traces.add(Disguise.STRETCHED_WORD, squeezed);
        return squeezed == 0 ? source : result.finish();
    }

    /** At the end of a word a double l is usual: all, tell, will. */
    private static boolean doubled(String text, int start, int end) {
        char c = text.charAt(start);
        return (c == 'l' || c == 'L') && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }
}
