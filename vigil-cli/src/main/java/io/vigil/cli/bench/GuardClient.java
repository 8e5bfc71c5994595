package io.vigil.cli.bench;

import io.vigil.cli.remote.Remote;
import io.vigil.message.Mode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends prompts over keep-alive connections, one request at a time on each. Cheap on CPU, because it shares the cores with what it
 * measures: HTTP Core's blocking connection without the layers above it, on virtual threads.
 */
final class GuardClient implements AutoCloseable {

    private static final String PATH = "/v1/guard/input";

    /** Half of what the gateway waits before it closes a silent connection. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private static final Optional<String> KEY = Remote.keyOf(System.getenv());

    private final LoadPlan plan;
    private final String host;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final JsonMapper json = JsonMapper.shared();

    GuardClient(LoadPlan plan) {
        this.plan = plan;
        URI target = plan.target();
        this.host = target.getHost() + ":" + plan.port();
    }

    /** Sends one prompt and waits for the decision; never throws for what the other side does. */
    Verdict send(Prompt prompt) {
        try {
            return exchange(connection(), prompt);
        } catch (ConnectException refused) {
            return new Verdict.Failed("connect");
        } catch (InterruptedIOException late) {
            return new Verdict.Failed("timeout");
        } catch (IOException | HttpException broken) {
            return new Verdict.Failed("connection broken");
        }
    }

    /** The one used last, unless the server may be about to close it; a new one otherwise. */
    private DefaultBHttpClientConnection connection() throws IOException {
        long oldest = System.nanoTime() - LONGEST_IDLE.toNanos();
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.since() - oldest > 0) {
                return next.connection();
            }
            next.connection().close(CloseMode.IMMEDIATE);
        }
        return open();
    }

    private DefaultBHttpClientConnection open() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) plan.timeout().toMillis());
        socket.connect(new InetSocketAddress(plan.target().getHost(), plan.port()), (int)
                plan.timeout().toMillis());
        DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
        connection.bind(socket);
        return connection;
    }

    private Verdict exchange(DefaultBHttpClientConnection connection, Prompt prompt) throws IOException, HttpException {
        boolean reusable = false;
        try {
            BasicClassicHttpRequest request = request(prompt);
            connection.sendRequestHeader(request);
            connection.sendRequestEntity(request);
            connection.flush();
            ClassicHttpResponse response = connection.receiveResponseHeader();
            connection.receiveResponseEntity(response);
            HttpEntity entity = response.getEntity();
            String body = entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8);
            reusable = !response.containsHeader("Connection");
            return response.getCode() == 200 ? check(prompt, body) : new Verdict.Failed("HTTP " + response.getCode());
        } finally {
            if (reusable) {
                idle.addFirst(new Idle(connection, System.nanoTime()));
            } else {
                connection.close(CloseMode.IMMEDIATE);
            }
        }
    }

    private BasicClassicHttpRequest request(Prompt prompt) {
        byte[] body = body(prompt);
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", PATH);
        request.addHeader("Host", host);
        request.addHeader("Content-Type", "application/json");
        KEY.ifPresent(key -> request.addHeader("Authorization", "Bearer " + key));
        request.addHeader("Content-Length", body.length);
        request.addHeader("X-Request-Id", prompt.id());
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return request;
    }

    private byte[] body(Prompt prompt) {
        String mode = plan.mode() == Mode.FAST ? "fast" : "full";
        return json.writeValueAsBytes(new Body(prompt.text(), mode));
    }

    /** The answer must belong to the request: its id, and its marker where text comes back. */
    private Verdict check(Prompt prompt, String body) {
        try {
            JsonNode answer = json.readTree(body);
            String decision = answer.path("decision").asString("");
            String sanitized = answer.path("sanitized_text").asString("");
            boolean known = decision.equals("ALLOW") || decision.equals("SANITIZE") || decision.equals("BLOCK");
            if (!known || !answer.path("request_id").asString("").startsWith(prompt.id())) {
                return new Verdict.Failed("wrong answer");
            }
            return sanitized.isEmpty() || sanitized.contains(prompt.marker())
                    ? new Verdict.Decided(decision)
                    : new Verdict.Failed("wrong answer");
        } catch (JacksonException unreadable) {
            return new Verdict.Failed("unreadable answer");
        }
    }

    @Override
    public void close() {
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            next.connection().close(CloseMode.IMMEDIATE);
        }
    }

    private record Idle(DefaultBHttpClientConnection connection, long since) {}

    private record Body(String text, String mode) {}
}
