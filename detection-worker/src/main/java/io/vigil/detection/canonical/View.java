package io.vigil.detection.canonical;

import io.vigil.detection.canonical.text.MappedText;

/**
 * One reading of a text: lower case, single spaces, ASCII where a look-alike exists.
 *
 * @param kind how it was derived
 * @param content its characters and where they come from
 */
public record View(ViewKind kind, MappedText content) {

    /** The characters of the view. */
    public String text() {
        return content.text();
    }
}
