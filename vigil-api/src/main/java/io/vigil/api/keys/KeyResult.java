package io.vigil.api.keys;

import java.util.Set;

/** What came of something that was to be done with a key. */
public sealed interface KeyResult {

    /** A new key, and the only time that its text is told. */
    record Issued(ApiKey key, KeyText text) implements KeyResult {}

    /** The key as it is now. */
    record Done(ApiKey key) implements KeyResult {}

    /** There is no such key, or none that the caller may see. */
    record Missing() implements KeyResult {}

    /** Nobody gives what they do not have; these scopes, or another tenant when there are none. */
    record Beyond(Set<String> scopes) implements KeyResult {

        public Beyond {
            scopes = Set.copyOf(scopes);
        }
    }

    /** A key that has ended is not rotated, and none is made that has ended already. */
    record Ended() implements KeyResult {}
}
