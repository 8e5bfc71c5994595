package io.vigil.api.lines;

import java.io.IOException;

/** A line is longer than is read. */
public final class LineTooLongException extends IOException {

    LineTooLongException(int longest) {
        super("a line has more than " + longest + " bytes");
    }
}
