package io.vigil.detection.canonical.unicode;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;
import java.util.List;

/**
 * Puts letters upright that stand on their heads. Such a text is usually written from right to left as well, so both
 * directions are given. Thread-safe.
 */
public final class Uprighting {

    /** Fewer are phonetic spelling. */
    private static final int FEWEST = 4;

    /** Pairs of a turned letter that Latin alphabets hardly use and the letter it stands for. */
    private static final String TURNED = "\u0250a\u01dde\u025ff\u0183g\u0265h\u1d09i\u027ej\u029ek\u026fm\u0279r\u0287t"
            + "\u028cv\u028dw\u028ey\u018eE\u2132F\u2141G\u2142L\u1d1aR\u2144Y";

    /** Pairs that occur in plain texts too and are no sign by themselves. */
    private static final String ORDINARY =
            "\u0254c\u0259e\u0253g\u0131i\u0283l\u2200A\u0186C\u02e5L\u0500P\u22a5T\u2229U"
                    + "\u039bV\u02d9.\u00a1!\u00bf?',,'qbbqpddpunnuWMMW6996";

    private static final char[] UPRIGHT = new char[0x2300];
    private static final boolean[] SIGN = new boolean[UPRIGHT.length];

    static {
        for (int i = 0; i < ORDINARY.length(); i += 2) {
            UPRIGHT[ORDINARY.charAt(i)] = ORDINARY.charAt(i + 1);
        }
        for (int i = 0; i < TURNED.length(); i += 2) {
            UPRIGHT[TURNED.charAt(i)] = TURNED.charAt(i + 1);
            SIGN[TURNED.charAt(i)] = true;
        }
    }

    /** The upright texts, last character first and first character first, or none where too few letters are turned. */
    public List<MappedText> apply(MappedText source, Traces traces) {
        int turned = count(source.text());
        if (turned < FEWEST) {
            return List.of();
        }
        traces.add(Disguise.FLIPPED_LETTER, turned);
        return List.of(upright(source, true), upright(source, false));
    }

    private static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            count += c < SIGN.length && SIGN[c] ? 1 : 0;
        }
        return count;
    }

    private static MappedText upright(MappedText source, boolean backwards) {
        String text = source.text();
        var result = new Rewriting(source);
        for (int i = 0; i < text.length(); i++) {
            int at = backwards ? text.length() - 1 - i : i;
            char c = text.charAt(at);
            char letter = c < UPRIGHT.length ? UPRIGHT[c] : 0;
            result.put(letter == 0 ? c : letter, at, at + 1);
        }
        return result.finish();
    }
}
