package io.vigil.api.web;

/**
 * What the browser extension is configured with.
 *
 * @param enabled whether it shall check
 * @param webhookUrl where it sends texts; empty is this gateway as the extension called it
 * @param token handed out for a bootstrap token; empty for none
 */
public record ExtensionSettings(boolean enabled, String webhookUrl, String token) {

    /** The settings without the token. */
    @Override
    public String toString() {
        return "ExtensionSettings[enabled=" + enabled + ", webhookUrl=" + webhookUrl + "]";
    }
}
