package io.vigil.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One ClickHouse per test class, as {@code @RegisterExtension static final}. A test that kills or pauses the server finds
 * it running again in the next one.
 */
public final class ClickHouseServerExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final boolean alwaysLocal;
    private @Nullable ClickHouseServer server;

    private ClickHouseServerExtension(boolean alwaysLocal) {
        this.alwaysLocal = alwaysLocal;
    }

    /** The server that {@code CLICKHOUSE_URL} names, else a process of its own. */
    public static ClickHouseServerExtension create() {
        return new ClickHouseServerExtension(false);
    }

    /** Always a process of its own, for tests that kill it. */
    public static ClickHouseServerExtension local() {
        return new ClickHouseServerExtension(true);
    }

    /** The server. */
    public ClickHouseServer server() {
        if (server == null) {
            throw new IllegalStateException("the server runs only during the tests of a class");
        }
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = alwaysLocal ? ClickHouseServer.startLocal() : ClickHouseServer.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!server().isRunning()) {
            server().restart();
        } else if (alwaysLocal) {
            server().resume();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
