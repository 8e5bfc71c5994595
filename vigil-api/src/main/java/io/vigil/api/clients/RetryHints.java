package io.vigil.api.clients;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a response say about the next try, for clients that read bodies only.
 *
 * @param retryAfter in whole seconds
 * @param limit requests allowed in the window
 * @param remaining how many of them are left
 * @param resetAt when the window ends, ISO 8601
 */
public record RetryHints(
        @Nullable Long retryAfter,
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable String resetAt) {

    /**
     * Out of {@code Retry-After} and {@code X-RateLimit-*}; what is no number is left out.
     *
     * @param headers gives the value of a header, or null
     */
    public static RetryHints of(Function<String, @Nullable String> headers) {
        Long reset = number(headers.apply("X-RateLimit-Reset"));
        return new RetryHints(
                number(headers.apply("Retry-After")),
                number(headers.apply("X-RateLimit-Limit")),
                number(headers.apply("X-RateLimit-Remaining")),
                reset == null ? null : Instant.ofEpochSecond(reset).toString());
    }

    private static @Nullable Long number(@Nullable String value) {
        boolean digits = value != null
                && !value.isEmpty()
                && value.length() <= 10
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.valueOf(value) : null;
    }
}
