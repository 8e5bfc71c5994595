package io.vigil.api.access;

/**
 * How much a key or a tenant may send. A bound of 0 is none.
 *
 * @param requestsPerMinute requests in the long run, 0 to 10000000
 * @param requestBurst requests at once, 0 to 10000000; 0 is as many as in a minute
 * @param charactersPerMinute characters of bodies in the long run, 0 to 10000000000
 * @param characterBurst characters at once, 0 to 10000000000; 0 is as many as in a minute
 */
public record RateLimits(long requestsPerMinute, long requestBurst, long charactersPerMinute, long characterBurst) {

    /** No bound at all. */
    public static final RateLimits NONE = new RateLimits(0, 0, 0, 0);

    private static final long MOST_REQUESTS = 10_000_000;
    private static final long MOST_CHARACTERS = 10_000_000_000L;

    public RateLimits {
        within("requests_per_minute", requestsPerMinute, MOST_REQUESTS);
        within("request_burst", requestBurst, MOST_REQUESTS);
        within("characters_per_minute", charactersPerMinute, MOST_CHARACTERS);
        within("character_burst", characterBurst, MOST_CHARACTERS);
    }

    /** These, and another's where one of these is 0. */
    public RateLimits or(RateLimits other) {
        return new RateLimits(
                requestsPerMinute > 0 ? requestsPerMinute : other.requestsPerMinute,
                requestsPerMinute > 0 ? requestBurst : other.requestBurst,
                charactersPerMinute > 0 ? charactersPerMinute : other.charactersPerMinute,
                charactersPerMinute > 0 ? characterBurst : other.characterBurst);
    }

    private static void within(String name, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + " must be 0 to " + most);
        }
    }
}
