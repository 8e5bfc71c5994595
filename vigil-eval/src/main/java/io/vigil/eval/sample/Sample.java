package io.vigil.eval.sample;

import io.vigil.message.Direction;
import io.vigil.message.Source;

/**
 * A labelled text.
 *
 * @param place where it stands
 * @param text the text, not blank; text of somebody, which reaches no log and no report unless it is asked for
 * @param attack its label
 * @param kind what sort of attack or harmless text, e.g. {@code indirect}
 * @param language ISO 639-1 code, or {@code unknown}
 * @param source who wrote it
 */
public record Sample(Place place, String text, boolean attack, String kind, String language, Source source) {

    /** Which side of the conversation it comes from. */
    public Direction direction() {
        return source == Source.MODEL_OUTPUT ? Direction.OUTPUT : Direction.INPUT;
    }

    /**
     * A line of a file.
     *
     * @param file name of the file without folders
     * @param line from 1
     */
    public record Place(String file, int line) {

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }
}
