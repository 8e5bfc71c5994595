package io.vigil.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final KeyHash hash = new KeyHash("a pepper of thirty-two characters");
    private final KeyRing ring = new KeyRing(hash);
    private final KeyText text = KeyText.mint(KeyText.Mode.LIVE, new SecureRandom());

    private ApiKey key(@Nullable Instant expires) {
        return new ApiKey(
                text.id(),
                text.prefix(),
                hash.of(text),
                "name",
                "acme",
                Set.of(Scope.GUARD),
                RateLimits.NONE,
                NOW,
                "anonymous",
                expires,
                null,
                null);
    }

    @Test
    void knowsWhoseKeyItIs() {
        ring.put(key(null), 1);

        assertThat(ring.check(text.value(), NOW)).isInstanceOfSatisfying(KeyCheck.Accepted.class, accepted -> {
            assertThat(accepted.caller().tenant()).isEqualTo("acme");
            assertThat(accepted.caller().scopes()).containsExactly(Scope.GUARD);
        });
    }

    @Test
    void refusesTheRightIdWithTheWrongSecret() {
        ring.put(key(null), 1);
        String last = text.value().endsWith("a") ? "b" : "a";
        String other = text.value().substring(0, text.value().length() - 1) + last;

        assertThat(ring.check(other, NOW)).isEqualTo(new KeyCheck.Unknown());
        assertThat(ring.check(text.value() + "a", NOW)).isEqualTo(new KeyCheck.Unknown());
        assertThat(ring.check("nonsense", NOW)).isEqualTo(new KeyCheck.Unknown());
    }

    @Test
    void refusesAKeyHashedWithAnotherPepper() {
        var other = new KeyRing(new KeyHash("another pepper of 32 characters!"));
        other.put(key(null), 1);

        assertThat(other.check(text.value(), NOW)).isEqualTo(new KeyCheck.Unknown());
    }

    @Test
    void refusesFromTheInstantOfExpiryOn() {
        ring.put(key(NOW.plusSeconds(10)), 1);

        assertThat(ring.check(text.value(), NOW.plusSeconds(9))).isInstanceOf(KeyCheck.Accepted.class);
        assertThat(ring.check(text.value(), NOW.plusSeconds(10))).isEqualTo(new KeyCheck.Ended(ApiKey.State.EXPIRED));
    }

    @Test
    void neverGoesBackToAnEarlierRevision() {
        ring.put(key(null).revoked(NOW), 7);
        ring.put(key(null), 6);

        assertThat(ring.check(text.value(), NOW)).isEqualTo(new KeyCheck.Ended(ApiKey.State.REVOKED));
    }

    @Test
    void keepsTheEarlierEnd() {
        Instant soon = NOW.plusSeconds(10);

        assertThat(key(soon).expiring(soon.plus(Duration.ofDays(1))).expiresAt())
                .isEqualTo(soon);
        assertThat(key(null).expiring(soon).expiresAt()).isEqualTo(soon);
        assertThat(key(null).revoked(NOW).revoked(soon).revokedAt()).isEqualTo(NOW);
    }

    @Test
    void remembersTheLatestUse() {
        ring.used("id", NOW);
        ring.used("id", NOW.minusSeconds(60));

        assertThat(ring.lastUse("id")).isEqualTo(NOW);
    }

    @Test
    void showsNoHash() {
        assertThat(key(null).toString()).doesNotContain(key(null).hash());
    }
}
