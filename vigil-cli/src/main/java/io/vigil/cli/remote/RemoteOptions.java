package io.vigil.cli.remote;

import io.vigil.cli.stack.Home;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway a command asks, and with which key. */
public final class RemoteOptions {

    private static final URI USUAL = URI.create("http://localhost:8787");

    @Option(
            names = {"--url", "--api"},
            description = "base URL of the gateway; default: the running stack's")
    private @Nullable URI url;

    @Option(names = "--key", description = "API key; better in VIGIL_API_KEY, where no list of processes shows it")
    private @Nullable String key;

    /** The gateway that was named, or that of the running stack. */
    public Remote remote() throws IOException {
        Optional<String> named = Optional.ofNullable(key);
        return new Remote(
                url == null ? gatewayOfStack() : url, named.isPresent() ? named : Remote.keyOf(System.getenv()));
    }

    private static URI gatewayOfStack() throws IOException {
        return new StateFile(Home.current().stateFile())
                .read()
                .map(StackState::api)
                .map(URI::create)
                .orElse(USUAL);
    }
}
