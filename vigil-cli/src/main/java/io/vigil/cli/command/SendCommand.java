package io.vigil.cli.command;

import io.vigil.cli.remote.Remote;
import io.vigil.cli.stack.Home;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import io.vigil.cli.view.Paint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./vigil send}. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Send one text through the pipeline and show the decision.")
public final class SendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEXT", description = "the text to check")
    private String text = "";

    @Option(names = "--mode", defaultValue = "full", description = "fast or full (${DEFAULT-VALUE})")
    private String mode = "full";

    @Option(names = "--output", description = "check it as the output of a model")
    private boolean output;

    @Option(names = "--json", description = "print the answer as it came")
    private boolean json;

    @Option(names = "--url", description = "base URL of the gateway; default: the running stack's")
    private @Nullable URI url;

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI gateway = url != null ? url : gatewayOfStack();
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("text", text, "mode", mode, "return_decision_process", !json));
        HttpRequest request = new Remote(gateway, Remote.keyOf(System.getenv()))
                .request(output ? "/v1/guard/output" : "/v1/guard/input")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long before = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            if (json) {
                System.out.println(response.body());
            } else {
                AnswerView view = new AnswerView(Paint.ofTerminal());
                List<String> lines = response.statusCode() == 200
                        ? view.answer(JsonMapper.shared().readTree(response.body()), took)
                        : view.problem(response.statusCode(), response.body());
                lines.forEach(System.out::println);
            }
            return response.statusCode() == 200 ? 0 : 1;
        } catch (java.net.ConnectException refused) {
            System.err.println("nothing answers at " + gateway + ": start with ./vigil up");
            return 1;
        }
    }

    private static URI gatewayOfStack() throws IOException {
        return new StateFile(Home.current().stateFile())
                .read()
                .map(StackState::api)
                .map(URI::create)
                .orElse(URI.create("http://localhost:8787"));
    }
}
