package io.vigil.cli.process;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A child process to run.
 *
 * @param name short name, used for its log file and as prefix in the log stream
 * @param tier when it starts and stops
 * @param command executable and arguments
 * @param environment added to this process's environment
 * @param ports what it listens on; the first one is shown to the user
 * @param readiness answers 200 once the child can do its work
 * @param stop how to ask it to end
 * @param grace how long it may take to end before it is killed
 */
public record ChildSpec(
        String name,
        Tier tier,
        List<String> command,
        Map<String, String> environment,
        List<PortClaim> ports,
        URI readiness,
        StopSignal stop,
        Duration grace) {

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
