package io.vigil.cli.bench;

import io.vigil.message.Mode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * A load to put on a gateway.
 *
 * @param target base URL of the gateway, on this machine
 * @param mode how much detection each request asks for
 * @param rate requests per second of the open loop; 0 for a closed loop
 * @param concurrency connections of the closed loop; in the open loop, most requests outstanding at a time
 * @param warmUp time before anything is counted
 * @param duration time that is counted
 * @param timeout longest wait for one answer
 */
public record LoadPlan(
        URI target, Mode mode, int rate, int concurrency, WarmUp warmUp, Duration duration, Duration timeout) {

    public LoadPlan {
        require(rate >= 0 && rate <= 100_000, "--rate must be 1 to 100000 requests per second");
        require(concurrency >= 1 && concurrency <= 10_000, "--concurrency must be 1 to 10000");
        require(duration.isPositive() && duration.toHours() < 24, "--duration must be 1 s to a day");
        require(
                !(warmUp instanceof WarmUp.Fixed(Duration fixed)) || (!fixed.isNegative() && fixed.toHours() < 24),
                "--warmup must be 0 s to a day");
        require(
                "http".equals(target.getScheme()) && isLoopback(target),
                "--url must be http on this machine: the load driver never loads another one");
    }

    /** Whether requests start at fixed times, whatever the answers do. */
    public boolean isOpenLoop() {
        return rate > 0;
    }

    int port() {
        return target.getPort() < 0 ? 80 : target.getPort();
    }

    private static boolean isLoopback(URI target) {
        try {
            return target.getHost() != null
                    && InetAddress.getByName(target.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
