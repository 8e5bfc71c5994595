package io.vigil.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three real {@code nats-server} processes as one cluster, for streams with three replicas. */
public final class NatsCluster implements AutoCloseable {

    private static final int SIZE = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern META_LEADER =
            Pattern.compile("\"meta_cluster\"\\s*:\\s*\\{[^}]*?\"leader\"\\s*:\\s*\"([^\"]+)\"");

    private final List<NatsServer> nodes;

    private NatsCluster(List<NatsServer> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** Starts three servers. Ready when this returns: they have elected who keeps the list of streams. */
    public static NatsCluster start() {
        List<Integer> routes =
                IntStream.range(0, SIZE).mapToObj(node -> FreePorts.next()).toList();
        String peers =
                routes.stream().map(port -> "\"nats://127.0.0.1:" + port + "\"").collect(Collectors.joining(", "));
        List<NatsServer> nodes = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            String membership = "cluster { name: vigil-test, listen: \"127.0.0.1:%d\", routes: [%s] }"
                    .formatted(routes.get(i), peers);
            nodes.add(new NatsServer("n" + (i + 1), FreePorts.next(), membership));
        }
        var cluster = new NatsCluster(nodes);
        nodes.forEach(NatsServer::launch);
        nodes.forEach(NatsServer::awaitReady);
        cluster.metaLeader();
        return cluster;
    }

    /** Where clients connect: all nodes, separated by commas. */
    public String url() {
        return nodes.stream().map(NatsServer::url).collect(Collectors.joining(","));
    }

    /** The three servers, whether they run or not. */
    public List<NatsServer> nodes() {
        return nodes;
    }

    /** A server by its name. */
    public NatsServer node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The server that keeps the list of streams. Waits for an election that is under way. */
    public NatsServer metaLeader() {
        return node(Eventually.within(START_LIMIT)
                .satisfies("name of the meta leader", this::metaLeaderName, name -> isRunning(name)));
    }

    /** The server that leads a stream. Waits for an election that is under way. */
    @SuppressWarnings("try") // closing may be interrupted, and then so is the test
    public NatsServer leaderOf(String stream) {
        try (Connection connection = connect()) {
            return node(Eventually.within(START_LIMIT)
                    .satisfies("leader of " + stream, () -> leaderName(connection, stream), this::isRunning));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL on the server that leads a stream. */
    public NatsServer killLeaderOf(String stream) {
        NatsServer leader = leaderOf(stream);
        leader.kill();
        return leader;
    }

    @Override
    public void close() {
        nodes.forEach(NatsServer::kill);
        nodes.forEach(NatsServer::close);
    }

    private Connection connect() {
        var options = new Options.Builder()
                .servers(url().split(",", -1))
                .connectionTimeout(Duration.ofSeconds(2))
                .build();
        return Eventually.within(START_LIMIT).satisfies("connection", () -> Nats.connect(options), connection -> true);
    }

    private static String leaderName(Connection connection, String stream) throws IOException, JetStreamApiException {
        StreamInfo info = connection.jetStreamManagement().getStreamInfo(stream);
        var cluster = info.getClusterInfo();
        return cluster == null || cluster.getLeader() == null ? "" : cluster.getLeader();
    }

    private String metaLeaderName() throws IOException, InterruptedException {
        for (NatsServer node : nodes) {
            if (node.isRunning()) {
                Matcher leader = META_LEADER.matcher(node.monitor("/jsz"));
                if (leader.find()) {
                    return leader.group(1);
                }
            }
        }
        return "";
    }

    private boolean isRunning(String name) {
        return !name.isEmpty() && node(name).isRunning();
    }
}
