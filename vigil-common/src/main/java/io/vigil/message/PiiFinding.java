package io.vigil.message;

import org.jspecify.annotations.Nullable;

/**
 * Personal data as callers see it.
 *
 * @param entityType e.g. {@code EMAIL_ADDRESS}
 * @param start first character, in Unicode code points of the text as sent
 * @param end behind the last character, in Unicode code points of the text as sent
 * @param score certainty, 0 to 1
 * @param replacement what stands there in the redacted text; null where nothing was redacted
 * @param explanation why; null unless asked for
 */
public record PiiFinding(
        String entityType,
        int start,
        int end,
        double score,
        @Nullable String replacement,
        @Nullable PiiExplanation explanation) {}
