package io.vigil.eval.sample;

import java.io.IOException;

/** A file of texts is not what it should be. The message names the line and never quotes it. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(Sample.Place place, String why) {
        super(place + " " + why);
    }
}
