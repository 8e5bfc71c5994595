package io.vigil.cli.keys;

import io.vigil.cli.remote.Remote.Reply;
import io.vigil.cli.remote.RemoteOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./vigil keys}: create, list, show, revoke, rotate. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "API keys: create, list, show, revoke, rotate.")
public final class KeysCommand implements Runnable {

    private static final String KEYS = "/v1/keys";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw wrong("say what to do: create, list, show, revoke or rotate");
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Make a key; it is shown only once.")
    int create(
            @Mixin RemoteOptions gateway,
            @Option(names = "--name", required = true, description = "what its owner calls it") String name,
            @Option(
                            names = "--scopes",
                            split = ",",
                            defaultValue = "guard",
                            description =
                                    "guard, pii, events:read, events:erase, policy:write, dlq, keys (${DEFAULT-VALUE})")
                    List<String> scopes,
            @Option(names = "--tenant", description = "whose key it is; default: the tenant of the key that asks")
                    @Nullable String tenant,
            @Option(names = "--test", description = "a vg_test_ key instead of vg_live_") boolean test,
            @Option(names = "--expires-in", paramLabel = "DAYS", description = "refuse it after so many days") @Nullable Integer days,
            @Option(names = "--requests-per-minute", description = "most requests; 0 is what holds for every key")
                    long requests,
            @Option(names = "--characters-per-minute", description = "most characters; 0 is what holds for every key")
                    long characters,
            @Option(names = "--json", description = "print the answer as it came") boolean json)
            throws IOException, InterruptedException {
        if (days != null && days < 1) {
            throw wrong("--expires-in must be 1 or more days");
        }
        Map<String, Object> wish = new HashMap<>();
        wish.put("name", name);
        wish.put("scopes", scopes);
        wish.put("mode", test ? "test" : "live");
        if (tenant != null) {
            wish.put("tenant", tenant);
        }
        if (days != null) {
            wish.put("expires_at", Instant.now().plus(Duration.ofDays(days)).toString());
        }
        wish.put("limits", Map.of("requests_per_minute", requests, "characters_per_minute", characters));
        return told(gateway.remote().call("POST", KEYS, wish), json, KeysView::issued);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List keys, oldest first.")
    int list(
            @Mixin RemoteOptions gateway,
            @Option(names = "--json", description = "print the answer as it came") boolean json)
            throws IOException, InterruptedException {
        return told(gateway.remote().call("GET", KEYS, null), json, KeysView::table);
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one key, without its text.")
    int show(
            @Mixin RemoteOptions gateway,
            @Parameters(paramLabel = "ID", description = "as in ./vigil keys list") String id,
            @Option(names = "--json", description = "print the answer as it came") boolean json)
            throws IOException, InterruptedException {
        return told(gateway.remote().call("GET", path(id, ""), null), json, KeysView::one);
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "End a key, everywhere and for good.")
    int revoke(
            @Mixin RemoteOptions gateway,
            @Parameters(paramLabel = "ID", description = "as in ./vigil keys list") String id,
            @Option(names = "--json", description = "print the answer as it came") boolean json)
            throws IOException, InterruptedException {
        return told(gateway.remote().call("DELETE", path(id, ""), null), json, KeysView::one);
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Make a key that takes the place of another; both are accepted for a while.")
    int rotate(
            @Mixin RemoteOptions gateway,
            @Parameters(paramLabel = "ID", description = "as in ./vigil keys list") String id,
            @Option(
                            names = "--overlap",
                            paramLabel = "HOURS",
                            defaultValue = "24",
                            description = "how much longer the old one is accepted (${DEFAULT-VALUE})")
                    int hours,
            @Option(names = "--json", description = "print the answer as it came") boolean json)
            throws IOException, InterruptedException {
        if (hours < 0 || hours > 720) {
            throw wrong("--overlap must be 0 to 720 hours");
        }
        var body = Map.of("overlap_seconds", Duration.ofHours(hours).toSeconds());
        return told(gateway.remote().call("POST", path(id, "/rotate"), body), json, KeysView::issued);
    }

    private String path(String id, String rest) {
        if (!id.matches("[A-Za-z0-9]{1,64}")) {
            throw wrong("an ID has letters and digits only: see ./vigil keys list");
        }
        return KEYS + "/" + id + rest;
    }

    private static int told(Reply reply, boolean json, Function<JsonNode, String> view) {
        if (json) {
            System.out.println(reply.body());
        } else if (reply.done()) {
            System.out.println(view.apply(reply.json()));
        } else {
            System.err.println("vigil: " + reply.problem());
        }
        return reply.done() ? 0 : 1;
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
