package io.vigil.logging.query;

import io.vigil.logging.event.EventRow;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page ended. It carries the beginning of the time that was asked for, so that "the last 24 hours" do not move on
 * while somebody reads.
 *
 * @param from beginning of the time
 * @param at when the last event of the page occurred
 * @param eventId the last event of the page
 */
record Cursor(Instant from, Instant at, String eventId) {

    private static final int PARTS = 3;

    /** What a client sends back. */
    String encoded() {
        String plain = from.toEpochMilli() + "|" + at.toEpochMilli() + "|" + eventId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws QuestionFailedException it is not one of ours */
    static Cursor decoded(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", PARTS);
            if (parts.length == PARTS) {
                return new Cursor(instant(parts[0]), instant(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // No base64, no number or no time: refused below.
        }
        throw QuestionFailedException.refused("cursor", "cursor must be the next_cursor of a page");
    }

    private static Instant instant(String millis) {
        Instant instant = Instant.ofEpochMilli(Long.parseLong(millis));
        var _ = EventRow.timestamp(instant);
        return instant;
    }
}
