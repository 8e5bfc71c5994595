package io.vigil.cli.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Children for tests: shell scripts, and one address that says that they are ready. */
final class Script implements AutoCloseable {

    private final HttpServer readiness;

    Script() throws IOException {
        readiness = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        readiness.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        readiness.start();
    }

    /** Runs until it gets SIGTERM, then writes its name to the file. */
    ChildSpec writingItsEnd(String name, Tier tier, Path file) {
        return spec(
                name,
                tier,
                "trap 'echo %s >> %s; exit 0' TERM; echo here; while :; do sleep 0.05; done".formatted(name, file));
    }

    ChildSpec spec(String name, Tier tier, String script) {
        URI ready = URI.create("http://127.0.0.1:" + readiness.getAddress().getPort() + "/");
        return new ChildSpec(
                name,
                tier,
                List.of("/bin/sh", "-c", script),
                Map.of(),
                List.of(),
                ready,
                StopSignal.TERMINATE,
                Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        readiness.stop(0);
    }
}
