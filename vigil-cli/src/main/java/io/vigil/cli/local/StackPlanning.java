package io.vigil.cli.local;

import io.vigil.cli.app.Unpacker;
import io.vigil.cli.stack.Home;
import io.vigil.cli.stack.LocalServers;
import io.vigil.cli.stack.Ports;
import io.vigil.cli.stack.RunnableApp;
import io.vigil.cli.stack.Service;
import io.vigil.cli.stack.StackOptions;
import io.vigil.cli.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Plans a stack out of what the build and the launcher script left. */
public final class StackPlanning {

    private StackPlanning() {}

    /**
     * Unpacks the services where needed and plans.
     *
     * @throws IOException when a service is not built
     */
    public static StackPlan plan(Home home, StackOptions options, Ports ports)
            throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        return StackPlan.of(options, jdk(), ports, environment, LocalServers.from(environment), apps(home));
    }

    /**
     * The unpacked services.
     *
     * @throws IOException when a service is not built
     */
    public static Map<Service, RunnableApp> apps(Home home) throws IOException, InterruptedException {
        return new Unpacker(jdk(), home.root(), home.apps()).unpackAll();
    }

    /** The JDK that {@code ./vigil} chose. */
    public static Path jdk() {
        return Path.of(System.getProperty("vigil.jdk", System.getProperty("java.home")));
    }
}
