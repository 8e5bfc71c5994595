package io.vigil.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One cluster of three real servers per test class, as {@code @RegisterExtension static final}. Nodes that a test has
 * killed or paused run again in the next one.
 */
public final class NatsClusterExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private @Nullable NatsCluster cluster;

    private NatsClusterExtension() {}

    /** A cluster whose streams stay between the tests of the class. */
    public static NatsClusterExtension create() {
        return new NatsClusterExtension();
    }

    /** The cluster. */
    public NatsCluster cluster() {
        if (cluster == null) {
            throw new IllegalStateException("the cluster runs only during the tests of a class");
        }
        return cluster;
    }

    /** Where clients connect: all nodes, separated by commas. */
    public String url() {
        return cluster().url();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        cluster = NatsCluster.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (NatsServer node : cluster().nodes()) {
            if (node.isRunning()) {
                node.resume();
            } else {
                node.launch();
            }
        }
        cluster().nodes().forEach(NatsServer::awaitReady);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }
}
