package io.vigil.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final BackOff AT_ONCE =
            new BackOff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(1));

    private final RecordedEvents events = new RecordedEvents();
    private Script script;

    @BeforeEach
    void openReadiness() throws IOException {
        script = new Script();
    }

    @AfterEach
    void closeReadiness() {
        script.close();
    }

    @Test
    void stopsGatewayThenWorkersThenStoreThenBus(@TempDir Path folder) throws Exception {
        Path ends = folder.resolve("ends");
        List<ChildSpec> specs = List.of(
                script.writingItsEnd("bus", Tier.BUS, ends),
                script.writingItsEnd("store", Tier.STORE, ends),
                script.writingItsEnd("worker", Tier.WORKER, ends),
                script.writingItsEnd("gateway", Tier.GATEWAY, ends));
        try (Supervisor supervisor = new Supervisor(specs, events, AT_ONCE)) {
            supervisor.start(PATIENCE);
            Eventually.withinSeconds(30)
                    .becomes(
                            "scripts that catch SIGTERM",
                            4,
                            () -> events.lines().size());
        }
        assertThat(Files.readAllLines(ends)).containsExactly("gateway", "worker", "store", "bus");
    }

    @Test
    void startsTheBusBeforeAnythingElse(@TempDir Path folder) throws Exception {
        List<ChildSpec> specs = List.of(
                script.writingItsEnd("gateway", Tier.GATEWAY, folder.resolve("ends")),
                script.writingItsEnd("bus", Tier.BUS, folder.resolve("ends")));
        try (Supervisor supervisor = new Supervisor(specs, events, AT_ONCE)) {
            supervisor.start(PATIENCE);
        }
        assertThat(events.events().getFirst()).isEqualTo("bus started");
        assertThat(events.events().get(1)).startsWith("bus ready");
    }

    @Test
    void startsAKilledChildAgainAndSaysSo(@TempDir Path folder) throws Exception {
        ChildSpec worker = script.writingItsEnd("worker", Tier.WORKER, folder.resolve("ends"));
        try (Supervisor supervisor = new Supervisor(List.of(worker), events, AT_ONCE)) {
            supervisor.start(PATIENCE);
            long killed = supervisor.children().getFirst().pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            ChildStatus again = Eventually.withinSeconds(30)
                    .satisfies(
                            "another process",
                            () -> supervisor.children().getFirst(),
                            child -> child.restarts() == 1 && child.pid() != killed);

            assertThat(ProcessHandle.of(again.pid())).isPresent();
            assertThat(events.events()).anyMatch(event -> event.startsWith("worker ended unexpectedly (status 137)"));
        }
    }

    @Test
    void givesUpOnAChildThatEndsWhileStarting() {
        ChildSpec broken = new ChildSpec(
                "broken",
                Tier.WORKER,
                List.of("/bin/sh", "-c", "echo no configuration; exit 3"),
                java.util.Map.of(),
                List.of(),
                java.net.URI.create("http://127.0.0.1:1/"),
                StopSignal.TERMINATE,
                Duration.ofSeconds(5));
        try (Supervisor supervisor = new Supervisor(List.of(broken), events, AT_ONCE)) {
            assertThatThrownBy(() -> supervisor.start(PATIENCE))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("broken ended twice")
                    .hasMessageContaining("no configuration");
        }
    }

    @Test
    void hearsWhatAChildSaysWhileItStops() throws Exception {
        ChildSpec talking = script.spec(
                "talking", Tier.WORKER, "trap 'echo drained; exit 0' TERM; echo here; while :; do sleep 0.05; done");
        try (Supervisor supervisor = new Supervisor(List.of(talking), events, AT_ONCE)) {
            supervisor.start(PATIENCE);
            Eventually.withinSeconds(30)
                    .becomes(
                            "a script that catches SIGTERM",
                            1,
                            () -> events.lines().size());
        }
        Eventually.withinSeconds(30)
                .isTrue("its last word", () -> events.lines().contains("talking: drained"));
    }

    @Test
    void killsAChildThatDoesNotStopInTime() throws Exception {
        ChildSpec stubborn =
                script.spec("stubborn", Tier.WORKER, "trap '' TERM; echo here; while :; do sleep 0.05; done");
        ChildSpec impatient = new ChildSpec(
                stubborn.name(),
                stubborn.tier(),
                stubborn.command(),
                stubborn.environment(),
                stubborn.ports(),
                stubborn.readiness(),
                stubborn.stop(),
                Duration.ofMillis(200));
        Supervisor supervisor = new Supervisor(List.of(impatient), events, AT_ONCE);
        supervisor.start(PATIENCE);
        Eventually.withinSeconds(30)
                .becomes("ignored signals", 1, () -> events.lines().size());
        long pid = supervisor.children().getFirst().pid();
        supervisor.close();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(events.events()).contains("stubborn did not stop in time and was killed");
    }
}
