package io.vigil.detection.canonical.encoding;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/**
 * Replaces encoded passages by what they say, layer by layer. Each layer costs one walk and never makes the text
 * longer, so the whole costs at most {@value #MAX_LAYERS} walks. Thread-safe.
 */
public final class Decoding {

    /** Most layers taken off. */
    public static final int MAX_LAYERS = 5;

    /** Fewer escaped letters than this are ordinary: a link, a line of code. */
    private static final int FEW_LETTERS = 4;

    /**
     * Takes off up to {@value #MAX_LAYERS} layers.
     *
     * @return the text itself where nothing is encoded
     */
    public MappedText apply(MappedText source, Traces traces) {
        MappedText current = source;
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            MappedText next = new Layer(current).takeOff(traces);
            if (next == current) {
                break;
            }
            current = next;
        }
        return current;
    }

    /** One walk over one layer. */
    private static final class Layer {

        private final MappedText source;
        private final String text;
        private final Rewriting result;
        private int passages;
        private int sealedPassages;
        private int letters;

        Layer(MappedText source) {
            this.source = source;
            this.text = source.text();
            this.result = new Rewriting(source);
        }

        MappedText takeOff(Traces traces) {
            int i = 0;
            while (i < text.length()) {
                Passage passage = passage(i);
                if (passage.says() == null) {
                    result.copy(i, passage.end());
                } else {
                    result.put(passage.says(), i, passage.end());
                    count(passage);
                }
                i = passage.end();
            }
            if (passages == 0) {
                return source;
            }
            traces.add(Disguise.ENCODED_SEGMENT, sealedPassages);
            traces.add(Disguise.ESCAPED_LETTER, letters);
            traces.add(Disguise.ENCODED_LAYER, sealedPassages > 0 || letters >= FEW_LETTERS ? 1 : 0);
            return result.finish();
        }

        private Passage passage(int i) {
            char c = text.charAt(i);
            return switch (c) {
                case '%' -> Escapes.percent(text, i);
                case '&' -> Escapes.entity(text, i);
                case '\\' -> Escapes.backslash(text, i);
                case '.', '-', '\u00b7', '\u2022', '\u2219', '\u2013', '\u2014', '\u2212' ->
                    Morse.starts(text, i) ? morse(i, c) : Passage.plain(i + 1);
                default -> SealedRun.digit(c) ? run(i, c) : Passage.plain(i + 1);
            };
        }

        private Passage morse(int i, char c) {
            Passage morse = Morse.at(text, i);
            return morse.says() == null && SealedRun.digit(c) ? run(i, c) : morse;
        }

        private Passage run(int i, char c) {
            Passage run = SealedRun.at(text, i);
            boolean maybeBytes = run.says() == null && Character.digit(c, 16) >= 0 && run.end() - i <= 8;
            if (!maybeBytes) {
                return run;
            }
            Passage bytes = SpacedBytes.at(text, i);
            return bytes.says() == null && bytes.end() < run.end() ? run : bytes;
        }

        private void count(Passage passage) {
            passages++;
            sealedPassages += passage.sealed() ? 1 : 0;
            letters += passage.letters();
        }
    }
}
