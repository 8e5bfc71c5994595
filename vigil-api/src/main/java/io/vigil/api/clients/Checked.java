package io.vigil.api.clients;

import io.vigil.api.check.CheckResult;
import java.time.Instant;

/**
 * A check that came to an end.
 *
 * @param received when the text was there
 * @param decided when the result was there, not before {@code received}
 */
record Checked(CheckResult result, Instant received, Instant decided) {
    Checked {
        decided = decided.isBefore(received) ? received : decided;
    }
}
