package io.vigil.cli.events;

import io.vigil.cli.remote.Remote.Reply;
import io.vigil.cli.remote.RemoteOptions;
import io.vigil.cli.view.Paint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./vigil explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Say in plain words why a text was blocked, cleaned or passed on.")
public final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private final RemoteOptions gateway = new RemoteOptions();

    @Parameters(paramLabel = "EVENT", description = "request id, as answers and ./vigil events have it")
    private String event = "";

    @Option(names = "--json", description = "print the answer as it came")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path =
                "/v1/events/" + URLEncoder.encode(event, StandardCharsets.UTF_8).replace("+", "%20");
        Reply reply = gateway.remote().call("GET", path, null);
        if (!reply.done()) {
            System.err.println(reply.problem());
            return 1;
        }
        if (json) {
            System.out.println(reply.body());
        } else {
            new ExplanationView(Paint.ofTerminal()).lines(reply.json()).forEach(System.out::println);
        }
        return 0;
    }
}
