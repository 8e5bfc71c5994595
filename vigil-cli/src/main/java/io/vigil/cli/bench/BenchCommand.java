package io.vigil.cli.bench;

import io.vigil.cli.process.PortsTaken;
import io.vigil.cli.process.StartFailed;
import io.vigil.cli.stack.Home;
import io.vigil.cli.stack.StackMode;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import io.vigil.message.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./vigil bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Put load on the running stack and measure: throughput, latency, errors, CPU and memory per process.")
public final class BenchCommand implements Callable<Integer> {

    private static final int MOST_OUTSTANDING = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Option(names = "--mode", defaultValue = "fast", description = "fast or full (${DEFAULT-VALUE})")
    private String mode = "fast";

    @ArgGroup
    private Loop loop = new Loop();

    @Option(names = "--duration", defaultValue = "30", description = "measured seconds (${DEFAULT-VALUE})")
    private int duration;

    @Option(
            names = "--warmup",
            paramLabel = "<seconds>",
            description = "time before that; default: until it gets no faster, at most 3 minutes")
    private @Nullable Integer warmUp;

    @Option(
            names = "--noop",
            description = "also measure a second stack whose stages do nothing: the cost of the transport")
    private boolean noop;

    @Option(names = "--json", paramLabel = "FILE", description = "also write the numbers to a file")
    private @Nullable Path json;

    @Option(names = "--url", description = "gateway on this machine; default: the running stack's")
    private @Nullable URI url;

    @Spec
    private @Nullable CommandSpec spec;

    /** Open or closed loop. */
    static final class Loop {
        @Option(names = "--rate", description = "open loop: requests per second")
        private int rate;

        @Option(names = "--concurrency", description = "closed loop: connections (default: 32)")
        private int concurrency;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PortsTaken, StartFailed {
        Home home = Home.current();
        Optional<StackState> state = new StateFile(home.stateFile()).read().filter(StackState::isRunning);
        if (url == null && state.isEmpty()) {
            System.err.println("nothing to measure: start with ./vigil up, or name a gateway with --url");
            return 1;
        }
        LoadPlan plan =
                plan(url != null ? url : URI.create(state.map(StackState::api).orElse("")));
        List<BenchResult> results = new ArrayList<>();
        results.add(measure("vigil", plan, url == null ? state : Optional.empty()));
        if (noop) {
            StackMode stackMode = state.map(StackState::mode).map(StackMode::of).orElse(StackMode.SINGLE);
            results.add(new EmptyStack(home, stackMode).measure(plan));
        }
        System.out.println();
        System.out.println(BenchReport.of(results));
        if (json != null) {
            Files.writeString(
                    json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        }
        return results.stream().allMatch(result -> result.answered() > 0) ? 0 : 1;
    }

    private static BenchResult measure(String label, LoadPlan plan, Optional<StackState> state)
            throws InterruptedException {
        System.out.println(
                "measuring " + plan.target() + " for " + plan.duration().toSeconds() + " s, after a warm-up");
        return Measurement.take(label, plan, state.map(StackState::children).orElse(List.of()));
    }

    private LoadPlan plan(URI target) {
        try {
            boolean open = loop.rate != 0;
            int concurrency = open ? MOST_OUTSTANDING : loop.concurrency == 0 ? 32 : loop.concurrency;
            return new LoadPlan(
                    target,
                    mode(),
                    loop.rate,
                    concurrency,
                    warmUp == null ? new WarmUp.UntilSteady() : new WarmUp.Fixed(Duration.ofSeconds(warmUp)),
                    Duration.ofSeconds(duration),
                    TIMEOUT);
        } catch (IllegalArgumentException e) {
            if (spec == null) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Mode mode() {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "fast" -> Mode.FAST;
            case "full" -> Mode.FULL;
            default -> throw new IllegalArgumentException("--mode must be fast or full");
        };
    }
}
