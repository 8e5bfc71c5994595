package io.vigil.api.keys;

import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody asks for. Messages name the field and the rule, never the value.
 *
 * @param name what its owner calls it, 1 to 100 characters without control characters
 * @param tenant 1 to 64 of {@code A-Z a-z 0-9 _ -}; null is the tenant of whoever asks, empty is none
 * @param mode {@code live}, or {@code test}; null is {@code live}
 * @param scopes what it allows, at least one
 * @param expiresAt from when on it is refused, or null for never
 * @param limits how much may be sent with it, or null for what holds for every key
 */
public record KeyWish(
        String name,
        @Nullable String tenant,
        @Nullable String mode,
        Set<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Limits limits) {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9_-]{0,64}");
    private static final int LONGEST_NAME = 100;

    @SuppressWarnings("NullAway") // JSON may leave out what must be there.
    public KeyWish {
        check(
                name != null
                        && !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isISOControl),
                "name must have 1 to " + LONGEST_NAME + " characters, none of them a control character");
        check(
                tenant == null || TENANT.matcher(tenant).matches(),
                "tenant must be 1 to 64 of A-Z a-z 0-9 _ -, or empty for none");
        check(mode == null || mode.equals("live") || mode.equals("test"), "mode must be live or test");
        check(
                scopes != null
                        && !scopes.isEmpty()
                        && scopes.stream()
                                .allMatch(scope ->
                                        scope != null && Scope.of(scope).isPresent()),
                "scopes must be some of " + String.join(", ", names()));
        scopes = Set.copyOf(scopes);
    }

    /**
     * Limits; what is left out is 0.
     *
     * @param requestsPerMinute see {@link RateLimits}
     * @param requestBurst see {@link RateLimits}
     * @param charactersPerMinute see {@link RateLimits}
     * @param characterBurst see {@link RateLimits}
     */
    public record Limits(
            @Nullable Long requestsPerMinute,
            @Nullable Long requestBurst,
            @Nullable Long charactersPerMinute,
            @Nullable Long characterBurst) {

        public Limits {
            // Refuses what is out of range while the request is read.
            var _ = rates(requestsPerMinute, requestBurst, charactersPerMinute, characterBurst);
        }

        private static RateLimits rates(
                @Nullable Long requests,
                @Nullable Long burst,
                @Nullable Long characters,
                @Nullable Long characterBurst) {
            return new RateLimits(orZero(requests), orZero(burst), orZero(characters), orZero(characterBurst));
        }

        private static long orZero(@Nullable Long value) {
            return value == null ? 0 : value;
        }
    }

    /** How much may be sent with it. */
    RateLimits rates() {
        return limits == null
                ? RateLimits.NONE
                : Limits.rates(
                        limits.requestsPerMinute(),
                        limits.requestBurst(),
                        limits.charactersPerMinute(),
                        limits.characterBurst());
    }

    /** The scopes it asks for. */
    Set<Scope> granted() {
        var granted = new LinkedHashSet<Scope>();
        scopes.forEach(scope -> Scope.of(scope).ifPresent(granted::add));
        return granted;
    }

    KeyText.Mode kind() {
        return mode == null ? KeyText.Mode.LIVE : KeyText.Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    private static Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (Scope scope : Scope.values()) {
            names.add(scope.value());
        }
        return names;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
