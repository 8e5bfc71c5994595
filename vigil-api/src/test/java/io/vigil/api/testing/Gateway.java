package io.vigil.api.testing;

import io.vigil.api.ApiApplication;
import io.vigil.autoconfigure.VigilService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as it is started in earnest, on a free port, and a caller. */
public final class Gateway implements AutoCloseable {

    /** What every gateway of the tests hashes keys with. */
    public static final String PEPPER = "pepper-of-the-tests-and-of-nobody-else";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI root;

    private Gateway(ConfigurableApplicationContext context) {
        this.context = context;
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        this.root = URI.create("http://127.0.0.1:" + port);
    }

    /** A gateway that asks for no key, unless an argument says so. */
    public static Gateway start(String natsUrl, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        for (String usual : List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--vigil.nats.servers=" + natsUrl,
                "--vigil.api.anonymous=true",
                "--vigil.api.keys-pepper=" + PEPPER)) {
            String key = usual.substring(0, usual.indexOf('=') + 1);
            if (all.stream().noneMatch(argument -> argument.startsWith(key))) {
                all.add(usual);
            }
        }
        return new Gateway(VigilService.run(ApiApplication.class, "vigil-api", all.toArray(String[]::new)));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI root() {
        return root;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    public Exchange send(HttpRequest request) throws Exception {
        return new Exchange(http.send(request, BodyHandlers.ofString()));
    }

    public Exchange get(String path) throws Exception {
        return send(request(path).build());
    }

    public Exchange post(String path, String body) throws Exception {
        return send(json(path, body).build());
    }

    public CompletableFuture<HttpResponse<String>> postAsync(String path, String body) {
        return http.sendAsync(json(path, body).build(), BodyHandlers.ofString());
    }

    public HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
