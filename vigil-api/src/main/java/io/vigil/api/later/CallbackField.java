package io.vigil.api.later;

import io.vigil.api.check.Extras;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field that names where a result is sent. For one body. */
final class CallbackField implements Extras {

    private static final Set<String> NAMES = Set.of("callbackUrl", "callback_url");
    private static final int LONGEST = 2_048;

    private final boolean enabled;
    private @Nullable String url;

    /**
     * A field that nobody gave yet.
     *
     * @param enabled whether this gateway calls the caller's tenant back
     */
    CallbackField(boolean enabled) {
        this.enabled = enabled;
    }

    /** The address, or null where none was given. */
    @Nullable String url() {
        return url;
    }

    @Override
    public boolean knows(String name) {
        return NAMES.contains(name);
    }

    @Override
    public @Nullable String take(String name, @Nullable String value) {
        if (!enabled) {
            return "is not taken: this gateway has no secret to sign callbacks with";
        }
        if (url != null) {
            return "must be given once";
        }
        if (value == null || value.length() > LONGEST || !isAddress(value)) {
            return "must be an absolute http or https URL of at most " + LONGEST
                    + " characters, without user and fragment";
        }
        url = value;
        return null;
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= 65_535
                    && uri.getPort() != 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
