package io.vigil.cli.process;

/**
 * A port that a child is going to listen on.
 *
 * @param port 1 to 65535
 * @param owner who wants it, as told to the user
 * @param variable the environment variable that moves it
 */
public record PortClaim(int port, String owner, String variable) {

    public PortClaim {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(variable + " must be a port from 1 to 65535, but is " + port);
        }
    }
}
