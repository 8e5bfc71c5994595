package io.vigil.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.cli.process.ChildSpec;
import io.vigil.cli.process.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPlanTest {

    @TempDir
    Path data;

    @Test
    void givesAClusterThreeServersThatKnowEachOtherAndThreeReplicas() throws IOException {
        StackPlan plan = plan(StackMode.CLUSTER, Map.of("VIGIL_NATS_SERVER", "/bin/nats-server"));
        assertThat(bus(plan)).extracting(ChildSpec::name).containsExactly("nats-0", "nats-1", "nats-2");
        assertThat(plan.natsServers()).isEqualTo("nats://127.0.0.1:4222,nats://127.0.0.1:4223,nats://127.0.0.1:4224");
        assertThat(Files.readString(data.resolve("nats-cluster/nats-1.conf")))
                .contains("nats://127.0.0.1:6222", "nats://127.0.0.1:6223", "nats://127.0.0.1:6224");
        assertThat(worker(plan).environment()).containsEntry("VIGIL_STREAM_REPLICAS", "3");
    }

    @Test
    void keepsTheDataOfTheTwoModesApart() throws IOException {
        plan(StackMode.SINGLE, Map.of("VIGIL_NATS_SERVER", "/bin/nats-server"));
        assertThat(Files.readString(data.resolve("nats-single/nats.conf")))
                .contains("store_dir: \"" + data.resolve("nats-single/nats") + "\"")
                .doesNotContain("cluster {");
    }

    @Test
    void startsNoServerThatRunsAlready() throws IOException {
        StackPlan plan =
                plan(StackMode.SINGLE, Map.of("NATS_URL", "nats://bus:4222", "CLICKHOUSE_URL", "http://store:8124"));
        assertThat(plan.children()).extracting(ChildSpec::name).containsExactly("arbiter-worker");
        assertThat(worker(plan).environment())
                .containsEntry("NATS_SERVERS", "nats://bus:4222")
                .containsEntry("CLICKHOUSE_HOST", "store")
                .containsEntry("CLICKHOUSE_PORT", "8124");
    }

    @Test
    void runsWithoutClickHouse() throws IOException {
        StackPlan plan = plan(StackMode.SINGLE, Map.of("VIGIL_NATS_SERVER", "/bin/n", "VIGIL_CLICKHOUSE", "none"));
        assertThat(plan.clickhouse()).isEmpty();
        assertThat(plan.children()).extracting(ChildSpec::tier).doesNotContain(Tier.STORE);
    }

    @Test
    void refusesToPlanWithoutNats() {
        assertThatThrownBy(() -> LocalServers.from(Map.of())).hasMessageContaining("no nats-server was found");
    }

    @Test
    void letsCallersInWithoutAKeyOnThisMachineOnly() throws IOException {
        assertThat(api(Map.of()).environment()).containsEntry("VIGIL_ANONYMOUS", "true");
        assertThat(api(Map.of("VIGIL_BIND", "0.0.0.0")).environment()).containsEntry("VIGIL_ANONYMOUS", "false");
        assertThat(api(Map.of("VIGIL_ANONYMOUS", "false")).environment()).containsEntry("VIGIL_ANONYMOUS", "false");
    }

    @Test
    void keepsTheSecretOfTheKeysWithTheData() throws IOException {
        String made = api(Map.of()).environment().getOrDefault("VIGIL_KEYS_PEPPER", "");

        assertThat(made).hasSize(64);
        assertThat(api(Map.of()).environment()).containsEntry("VIGIL_KEYS_PEPPER", made);
        assertThat(Files.getPosixFilePermissions(data.resolve("keys-pepper")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(api(Map.of("VIGIL_KEYS_PEPPER", "mine")).environment()).containsEntry("VIGIL_KEYS_PEPPER", "mine");
    }

    private ChildSpec api(Map<String, String> additional) throws IOException {
        var environment = new HashMap<>(Map.of("NATS_URL", "nats://bus:4222"));
        environment.putAll(additional);
        return worker(plan(StackMode.SINGLE, environment, Service.API));
    }

    @Test
    void putsTheUsersFlagsLast() throws IOException {
        StackPlan plan = plan(
                StackMode.SINGLE, Map.of("NATS_URL", "nats://bus:4222", "VIGIL_ARBITER_JAVA_OPTS", "-Xmx77m -Dany=1"));
        List<String> command = worker(plan).command();
        assertThat(command.indexOf("-Xmx77m")).isGreaterThan(command.indexOf("-Xmx96m"));
        assertThat(command).endsWith("-jar", "/app/arbiter.jar");
    }

    private StackPlan plan(StackMode mode, Map<String, String> environment) throws IOException {
        return plan(mode, environment, Service.ARBITER);
    }

    private StackPlan plan(StackMode mode, Map<String, String> environment, Service service) throws IOException {
        return StackPlan.of(
                new StackOptions(mode, data, false),
                Path.of("/jdk"),
                Ports.from(environment),
                environment,
                LocalServers.from(environment),
                Map.of(service, new RunnableApp(Path.of("/app/arbiter.jar"), List.of())));
    }

    private static List<ChildSpec> bus(StackPlan plan) {
        return plan.children().stream()
                .filter(child -> child.tier() == Tier.BUS)
                .toList();
    }

    private static ChildSpec worker(StackPlan plan) {
        return plan.children().getLast();
    }
}
