package io.vigil.logging.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Passes bytes on, both ways; can lose answers: the request arrives, the server answers, and the connection ends. */
final class CuttingProxy implements AutoCloseable {

    /** Stands in the address of each insert. */
    private static final String TOKEN = "insert_deduplication_token=";

    private final ServerSocket server;
    private final int target;
    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger every = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var _ = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void loseNextAnswers(int count) {
        toLose.set(count);
    }

    /** Loses the answer to each n-th insert from now on; 0 for none. */
    void loseEvery(int n) {
        every.set(n);
    }

    int lostAnswers() {
        return lost.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                Socket backend = connected(client);
                if (backend == null) {
                    continue;
                }
                open.add(backend);
                var inserting = new AtomicBoolean();
                var _ = Thread.ofVirtual().start(() -> copy(client, backend, false, inserting));
                var _ = Thread.ofVirtual().start(() -> copy(backend, client, true, inserting));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    /** Null where the server is away, as it is for the client then. */
    private @Nullable Socket connected(Socket client) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException away) {
            client.close();
            return null;
        }
    }

    private void copy(Socket from, Socket to, boolean answers, AtomicBoolean inserting) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!answers && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(TOKEN)) {
                    inserting.set(true);
                }
                if (answers && loses(inserting.getAndSet(false))) {
                    lost.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException gone) {
            // either side has ended the connection
        }
    }

    private boolean loses(boolean insert) {
        int n = every.get();
        return n > 0 ? insert && answered.incrementAndGet() % n == 0 : toLose.get() > 0 && toLose.getAndDecrement() > 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
