package io.vigil.pii.recogniser;

import io.vigil.message.PiiEntity;
import io.vigil.pii.shadow.ShadowText;
import java.util.ArrayList;
import java.util.List;

/** All recognisers that are switched on. They all read every text, whatever its language. Thread-safe. */
public final class Recognisers {

    private final List<ActiveRecogniser> active;

    /** Takes them from a catalogue; an empty list finds nothing. */
    public Recognisers(List<ActiveRecogniser> active) {
        this.active = List.copyOf(active);
    }

    /** Everything found in a text, in no order and possibly overlapping; spans are of the original text. */
    public List<PiiEntity> find(String text) {
        var found = new ArrayList<PiiEntity>();
        if (!active.isEmpty()) {
            ShadowText view = ShadowText.of(text);
            for (ActiveRecogniser recogniser : active) {
                recogniser.find(view, found);
            }
        }
        return found;
    }
}
