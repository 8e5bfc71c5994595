package io.vigil.pii.recogniser;

/** A kind of personal data that has no greatest length, or that is found from its middle, as an address by its at sign. */
public non-sealed interface Scanner extends Recogniser {

    /** Looks through a text, in time linear to its length. */
    void scan(String text, Sightings sightings);
}
