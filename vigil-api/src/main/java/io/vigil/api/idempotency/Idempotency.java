package io.vigil.api.idempotency;

import io.vigil.api.results.AnswerBucket;
import io.vigil.api.results.KeptAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Answers under the keys that callers choose, apart for each tenant. Several gateways share them. Thread-safe; blocks. */
public final class Idempotency {

    /** A gateway that has not answered by then will not: longer than any request may take. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private final AnswerBucket answers;
    private final Duration timeToLive;
    private final InstantSource clock;

    /**
     * Idempotency over a bucket.
     *
     * @param timeToLive how long an answer holds
     */
    public Idempotency(AnswerBucket answers, Duration timeToLive, InstantSource clock) {
        this.answers = answers;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /**
     * Claims a key for a request.
     *
     * @param tenant whose key it is; empty without tenants
     * @param path what the request asks for
     * @throws IOException nothing is known about the key, and nothing was claimed
     */
    public Claim claim(String tenant, String callerKey, String path, byte[] body) throws IOException {
        String key = hash(tenant + "\n" + callerKey, new byte[0]);
        var mine = KeptAnswer.inFlight(hash(path + "\n", body), clock.instant());
        OptionalLong created = answers.create(key, mine);
        if (created.isPresent()) {
            return new Claim.Won(key, mine, created.getAsLong());
        }
        var found = answers.find(key);
        return found.isEmpty() ? new Claim.InFlight() : contested(key, mine, found.get());
    }

    /**
     * Keeps the answer to a claimed request.
     *
     * @param location header {@code Location}, or null
     * @throws IOException it is not kept; until the claim grows old the request counts as being worked on
     */
    public void keep(Claim.Won claim, int status, String contentType, @Nullable String location, byte[] body)
            throws IOException {
        var _ = answers.replace(
                claim.key(), claim.started().answered(status, contentType, location, body), claim.revision());
    }

    /**
     * Gives a key back whose request came to nothing: it may be tried again.
     *
     * @throws IOException the claim stays until it grows old
     */
    public void giveUp(Claim.Won claim) throws IOException {
        answers.remove(claim.key(), claim.revision());
    }

    private Claim contested(String key, KeptAnswer mine, AnswerBucket.Entry found) throws IOException {
        KeptAnswer kept = found.answer();
        Instant now = clock.instant();
        Duration holds = kept.hasAnswer() ? timeToLive : LONGEST_WORK;
        if (!now.isBefore(kept.startedAt().plus(holds))) {
            OptionalLong taken = answers.replace(key, mine, found.revision());
            return taken.isPresent() ? new Claim.Won(key, mine, taken.getAsLong()) : new Claim.InFlight();
        }
        if (!kept.requestHash().equals(mine.requestHash())) {
            return new Claim.Mismatch();
        }
        return kept.hasAnswer() ? new Claim.Answered(kept) : new Claim.InFlight();
    }

    private static String hash(String head, byte[] tail) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(tail));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
