package io.vigil.deadletter;

import io.vigil.topology.Subjects;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; null leaves a part open.
 *
 * @param consumer durable consumer that gave the message up
 * @param reason a code of {@link io.vigil.delivery.DeadLetterReason}
 * @param subject subject of the original; may end in {@code .>}
 * @param tenant whose message it is
 * @param since stored at this instant or later
 * @param until stored before this instant
 */
public record LetterFilter(
        @Nullable String consumer,
        @Nullable String reason,
        @Nullable String subject,
        @Nullable String tenant,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** All of them. */
    public static final LetterFilter ALL = new LetterFilter(null, null, null, null, null, null);

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64}){0,15}(\\.>)?");
    private static final int MAX_TENANT = 128;

    public LetterFilter {
        if (consumer != null && !TOKEN.matcher(consumer).matches()) {
            throw new IllegalArgumentException("consumer must be 1 to 64 of A-Z a-z 0-9 _ -");
        }
        if (reason != null && !TOKEN.matcher(reason).matches()) {
            throw new IllegalArgumentException("reason must be a code like attempts_exhausted");
        }
        if (subject != null && !SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("subject must be a subject like vigil.guard.input or vigil.guard.>");
        }
        if (tenant != null && (tenant.isBlank() || tenant.length() > MAX_TENANT)) {
            throw new IllegalArgumentException("tenant must be 1 to " + MAX_TENANT + " characters and not blank");
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException("until must be later than since");
        }
    }

    /** The same for one tenant's letters alone. */
    public LetterFilter of(String onlyTenant) {
        return new LetterFilter(consumer, reason, subject, onlyTenant, since, until);
    }

    /** Subjects in the dead-letter stream that may hold what is meant. */
    String subjects() {
        return Subjects.deadLetter(consumer == null ? "*" : consumer, subject == null ? ">" : subject);
    }

    /** Whether a letter is meant. */
    public boolean matches(DeadLetter letter) {
        return (consumer == null || consumer.equals(letter.consumer()))
                && (reason == null || reason.equals(letter.reason()))
                && (subject == null || isOf(subject, letter.originalSubject()))
                && (tenant == null || tenant.equals(letter.tenant()))
                && (since == null || !letter.storedAt().isBefore(since))
                && (until == null || letter.storedAt().isBefore(until));
    }

    private static boolean isOf(String wanted, String subject) {
        return wanted.endsWith(".>")
                ? subject.startsWith(wanted.substring(0, wanted.length() - 1))
                : subject.equals(wanted);
    }
}
