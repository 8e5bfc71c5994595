package io.vigil.api.web;

import io.vigil.api.events.EventFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The format that a caller likes best. */
final class Accepted {

    private Accepted() {}

    /** JSON where it likes all the same, or says nothing. */
    static EventFormat of(@Nullable String accept) {
        EventFormat best = EventFormat.JSON;
        double most = 0;
        for (EventFormat format : EventFormat.values()) {
            double liked = quality(accept, MediaType.parseMediaType(format.mediaType()));
            if (liked > most) {
                best = format;
                most = liked;
            }
        }
        return best;
    }

    /** What is named more exactly counts a little more: whoever names CSV and anything else gets CSV. */
    private static double quality(@Nullable String accept, MediaType format) {
        return MediaType.parseMediaTypes(accept == null ? MediaType.ALL_VALUE : accept).stream()
                .filter(range -> range.includes(format.removeQualityValue()))
                .mapToDouble(range -> range.getQualityValue()
                        - (range.isWildcardType() ? 2e-4 : range.isWildcardSubtype() ? 1e-4 : 0))
                .max()
                .orElse(0);
    }
}
