package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.clients.ClientJson;
import io.vigil.api.clients.WebhookCheck;
import io.vigil.api.extension.Bootstrap;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;

/** The browser extension: its webhook and its settings. It may have a token of its own instead of a key. */
@RestController
class ExtensionController {

    /** Where the extension sends texts. */
    static final String WEBHOOK = "/webhook/vigil-guard-2";

    /** The version of the settings' form, which the extension compares. */
    private static final String VERSION = "1.4.0";

    private final WebhookCheck webhook;
    private final ExtensionGate gate;
    private final ExtensionSettings settings;
    private final Bootstrap bootstrap;
    private final ClientLimits limits;
    private final Exchange exchange;

    ExtensionController(
            WebhookCheck webhook,
            ExtensionGate gate,
            ExtensionSettings settings,
            Bootstrap bootstrap,
            ClientLimits limits,
            Exchange exchange) {
        this.webhook = webhook;
        this.gate = gate;
        this.settings = settings;
        this.bootstrap = bootstrap;
        this.limits = limits;
        this.exchange = exchange;
    }

    /** Checks what a person is about to send. */
    @RequiresScope(Scope.GUARD)
    @PostMapping(
            path = WEBHOOK,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> check(HttpServletRequest request) throws IOException, InterruptedException {
        return exchange.check(
                request,
                limits.text(),
                (body, identity, trace) ->
                        exchange.told(webhook.check(body, Exchange.call(request, identity, trace)), request));
    }

    /** The settings, without the token. */
    @GetMapping(path = "/ui/api/plugin-config", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> settings(HttpServletRequest request) {
        return json(HttpStatus.OK, new PluginConfig(webhookUrl(request), settings.enabled(), VERSION, gate.header()));
    }

    /** Hands out the token, once. */
    @PostMapping(
            path = "/ui/api/plugin-config/bootstrap",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> bootstrap(HttpServletRequest request) throws IOException, InterruptedException {
        return exchange.check(request, (body, identity, trace) -> {
            String token = bootstrapToken(body);
            if (token == null) {
                return json(
                        HttpStatus.BAD_REQUEST,
                        new BootstrapRefusal("MISSING_TOKEN", "bootstrapToken must be a string that is not empty"));
            }
            return tried(token, request);
        });
    }

    private ResponseEntity<byte[]> tried(String token, HttpServletRequest request) {
        try {
            return handedOut(bootstrap.use(token));
        } catch (IOException away) {
            return exchange.problem(
                    Problem.of(
                            ProblemKind.QUEUE_UNAVAILABLE,
                            "The broker did not say whether the token is good. Try again after the given time."),
                    request);
        }
    }

    private ResponseEntity<byte[]> handedOut(Bootstrap.Use use) {
        return use == Bootstrap.Use.GRANTED
                ? json(HttpStatus.OK, new Granted(true, settings.token(), gate.header(), use.message()))
                : json(HttpStatus.UNAUTHORIZED, new BootstrapRefusal(use.name(), use.message()));
    }

    private static @Nullable String bootstrapToken(byte[] body) {
        try {
            String token =
                    ClientJson.mapper().readTree(body).path("bootstrapToken").asString("");
            return token.isEmpty() ? null : token;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private String webhookUrl(HttpServletRequest request) {
        return settings.webhookUrl().isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request)
                        .path(WEBHOOK)
                        .toUriString()
                : settings.webhookUrl();
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(ClientJson.mapper().writeValueAsBytes(body));
    }

    /** The settings as the extension reads them. */
    record PluginConfig(String webhookUrl, boolean enabled, String version, String webhookAuthHeader) {}

    /** The token, once. */
    record Granted(boolean success, String webhookToken, String webhookAuthHeader, String message) {

        @Override
        public String toString() {
            return "Granted";
        }
    }

    /** Why there is no token. */
    record BootstrapRefusal(String error, String message) {}
}
