package io.vigil.pii.recogniser;

import io.vigil.pii.checksum.Checksum;

/** Takes what a recogniser sees in a text; the words beside it decide whether it counts. */
@FunctionalInterface
public interface Sightings {

    /**
     * Something that looks like a value. Positions ascend from one call to the next.
     *
     * @param start where it begins in the text
     * @param end index after its last character
     * @param certain whether it needs no context words where its checksum is valid
     * @param checksum what its inside says
     */
    void add(int start, int end, boolean certain, Checksum checksum);
}
