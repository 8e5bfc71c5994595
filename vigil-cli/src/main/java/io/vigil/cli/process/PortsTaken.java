package io.vigil.cli.process;

import java.io.IOException;
import java.io.Serial;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;

/** Ports that children need are in use by somebody else. The message says which, who wanted them and how to choose others. */
public final class PortsTaken extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private PortsTaken(List<PortClaim> taken) {
        super(taken.stream()
                .map(claim -> "port %d is in use, but %s needs it: stop what uses it, or choose another with %s=<port>"
                        .formatted(claim.port(), claim.owner(), claim.variable()))
                .collect(Collectors.joining(System.lineSeparator())));
    }

    /**
     * Checks that every claimed port is free.
     *
     * @throws PortsTaken naming all that are not
     */
    public static void refuse(List<PortClaim> claims) throws PortsTaken {
        List<PortClaim> taken =
                claims.stream().filter(claim -> isTaken(claim.port())).toList();
        if (!taken.isEmpty()) {
            throw new PortsTaken(taken);
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return !probe.isBound();
        } catch (IOException inUse) {
            return true;
        }
    }
}
