package io.vigil.pii.recogniser;

import io.vigil.pii.recogniser.name.Mention;
import io.vigil.pii.recogniser.name.NameSearch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the kinds of names that are switched on; reads no text where none is. */
final class NamePass {

    private final Map<Mention.Kind, Integer> numbers = new EnumMap<>(Mention.Kind.class);

    /** Takes the names among recognisers; their index in the list is their number. */
    NamePass(List<Recogniser> recognisers) {
        for (int number = 0; number < recognisers.size(); number++) {
            if (recognisers.get(number) instanceof NamedEntity entity) {
                numbers.put(entity.kind(), number);
            }
        }
        if (!numbers.isEmpty()) {
            NameSearch.shipped();
        }
    }

    /** Reports the names in a text. */
    void scan(String text, Findings findings) {
        if (numbers.isEmpty()) {
            return;
        }
        for (Mention mention : NameSearch.shipped().find(text)) {
            Integer number = numbers.get(mention.kind());
            if (number != null) {
                findings.addName(number, mention.start(), mention.end(), mention.score());
            }
        }
    }
}
