package io.vigil.pii.settings;

import com.google.re2j.Pattern;
import io.vigil.redaction.Identity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An allow list, ready for use. Immutable. */
public final class AllowedValues {

    private final Set<String> identities;
    private final List<Pattern> patterns;

    AllowedValues(List<String> values, List<Pattern> patterns) {
        this.identities = values.stream().map(Identity::of).collect(Collectors.toUnmodifiableSet());
        this.patterns = List.copyOf(patterns);
    }

    /** Whether a value that was found may stay. */
    public boolean allows(String value) {
        if (!identities.isEmpty() && identities.contains(Identity.of(value))) {
            return true;
        }
        for (Pattern pattern : patterns) {
            if (pattern.matches(value)) {
                return true;
            }
        }
        return false;
    }
}
