package io.vigil.eventlog;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events to list, newest first. What is null does not filter.
 *
 * @param from events from this instant on; null is 24 hours before {@code to}
 * @param to events before this instant; null is now
 * @param decision {@code ALLOW}, {@code SANITIZE}, {@code BLOCK} or {@code EXPIRED}, in any case
 * @param minScore least threat score, 0 to 100
 * @param maxScore greatest threat score, 0 to 100
 * @param branch {@code a}, {@code b} or {@code c}: events in which this branch ran
 * @param minBranchScore least score of that branch, 0 to 100; only with {@code branch}
 * @param category family of attack that was found
 * @param piiType type of personal data that was found
 * @param tenant whose events; a caller with a tenant of its own sees only that one's
 * @param client who sent the text
 * @param session which conversation it belongs to
 * @param language ISO 639-1 code, or {@code unknown}
 * @param q words that the redacted text holds, all of them, in any case; 1 to 200 characters
 * @param limit most events of a page, 1 to 500; null is 50
 * @param cursor where the page before ended: its {@code next_cursor}, with the same filters; it has its own {@code from}
 *     and {@code to}
 */
public record EventQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String decision,
        @Nullable Integer minScore,
        @Nullable Integer maxScore,
        @Nullable String branch,
        @Nullable Integer minBranchScore,
        @Nullable String category,
        @Nullable String piiType,
        @Nullable String tenant,
        @Nullable String client,
        @Nullable String session,
        @Nullable String language,
        @Nullable String q,
        @Nullable Integer limit,
        @Nullable String cursor) {

    /** Most events of a page. */
    public static final int MOST = 500;

    /** Events of a page where nothing else is asked for. */
    public static final int USUAL = 50;

    private static final Set<String> DECISIONS = Set.of("ALLOW", "SANITIZE", "BLOCK", "EXPIRED");
    private static final Set<String> BRANCHES = Set.of("a", "b", "c");
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_CURSOR = 1000;

    public EventQuery {
        decision = Allowed.oneOf("decision", decision, DECISIONS);
        branch = Allowed.oneOf("branch", branch, BRANCHES);
        Allowed.between("min_score", minScore, 0, 100);
        Allowed.between("max_score", maxScore, 0, 100);
        Allowed.ordered("min_score", minScore, "max_score", maxScore);
        Allowed.between("min_branch_score", minBranchScore, 0, 100);
        if (minBranchScore != null && branch == null) {
            throw new IllegalArgumentException("min_branch_score needs branch");
        }
        category = Allowed.text("category", category, LONGEST_NAME);
        piiType = Allowed.text("pii_type", piiType, LONGEST_NAME);
        tenant = Allowed.text("tenant", tenant, LONGEST_NAME);
        client = Allowed.text("client", client, LONGEST_NAME);
        session = Allowed.text("session", session, LONGEST_NAME);
        language = Allowed.text("language", language, LONGEST_NAME);
        q = Allowed.text("q", q, LONGEST_SEARCH);
        if (q != null && q.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("q must hold a letter or a digit");
        }
        Allowed.between("limit", limit, 1, MOST);
        cursor = Allowed.text("cursor", cursor, LONGEST_CURSOR);
    }

    /** How many events a page has at most. */
    public int pageSize() {
        return limit == null ? USUAL : limit;
    }

    /** Says nothing of the words. */
    @Override
    public String toString() {
        return "EventQuery";
    }
}
