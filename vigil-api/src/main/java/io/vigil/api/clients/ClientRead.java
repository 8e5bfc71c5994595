package io.vigil.api.clients;

import io.vigil.api.check.FieldFault;
import io.vigil.api.check.TextFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JSON value turned out to be. */
sealed interface ClientRead {

    /** A text to check. */
    record Accepted(ClientText text) implements ClientRead {}

    /**
     * No valid request.
     *
     * @param faults at least one
     * @param text what is wrong with the text itself; null where it is something else
     */
    record Faulty(List<FieldFault> faults, @Nullable TextFault text) implements ClientRead {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
