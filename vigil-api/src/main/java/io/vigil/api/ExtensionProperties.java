package io.vigil.api;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the browser extension.
 *
 * @param enabled whether the extension is told to check
 * @param webhookUrl where the extension sends texts; empty is this gateway as the extension called it
 * @param webhookHeader header that carries the token
 * @param token what that header must hold, 32 or more characters; empty for none
 * @param bootstrapToken what hands out the token, once, 32 or more characters; empty for none
 * @param bootstrapTtl how long after the first start with it the bootstrap token is good, 1m to 7d
 * @param ids ids of extensions whose calls a browser lets through, 32 letters each
 * @param origins further origins whose calls a browser lets through, e.g. {@code https://chat.example.com}
 */
@Validated
@ConfigurationProperties("vigil.api.extension")
public record ExtensionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String webhookUrl,
        @DefaultValue("X-Vigil-Auth") String webhookHeader,
        @DefaultValue("") String token,
        @DefaultValue("") String bootstrapToken,
        @DefaultValue("24h") Duration bootstrapTtl,
        @DefaultValue List<String> ids,
        @DefaultValue List<String> origins) {

    private static final int SHORTEST_TOKEN = 32;
    private static final Pattern TOKEN = Pattern.compile("[!-~]*");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern URL = Pattern.compile("(https?://\\S+)?");
    private static final Pattern ID = Pattern.compile("[a-p]{32}");
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/*\\s]+");

    public ExtensionProperties {
        ids = List.copyOf(ids);
        origins = List.copyOf(origins);
        token("token", token);
        token("bootstrap-token", bootstrapToken);
        allowed("webhook-header must be 1 to 64 letters, digits or hyphens", HEADER, webhookHeader);
        allowed("webhook-url must be empty or begin with http:// or https://", URL, webhookUrl);
        ids.forEach(id -> allowed("ids must be 32 letters from a to p each", ID, id));
        origins.forEach(origin -> allowed("origins must be scheme and host, without a path, each", ORIGIN, origin));
        if (bootstrapTtl.compareTo(Duration.ofMinutes(1)) < 0 || bootstrapTtl.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "vigil.api.extension.bootstrap-ttl must be PT1M to PT168H, but is " + bootstrapTtl);
        }
        if (!bootstrapToken.isEmpty() && token.isEmpty()) {
            throw new IllegalArgumentException(
                    "vigil.api.extension.token must be set where vigil.api.extension.bootstrap-token is: it is what is handed out");
        }
    }

    /** The settings without the tokens. */
    @Override
    public String toString() {
        return "ExtensionProperties[enabled=" + enabled + ", webhookUrl=" + webhookUrl + ", ids=" + ids + ", origins="
                + origins + "]";
    }

    private static void token(String key, String value) {
        if (!value.isEmpty()
                && (value.length() < SHORTEST_TOKEN || !TOKEN.matcher(value).matches())) {
            throw new IllegalArgumentException("vigil.api.extension." + key + " must be empty or " + SHORTEST_TOKEN
                    + " or more visible ASCII characters");
        }
    }

    private static void allowed(String rule, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("vigil.api.extension." + rule);
        }
    }
}
