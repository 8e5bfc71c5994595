package io.vigil.cli.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTakenTest {

    @Test
    void namesPortOwnerAndTheVariableThatMovesIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            PortClaim claim = new PortClaim(other.getLocalPort(), "vigil-api", "VIGIL_API_PORT");
            assertThatThrownBy(() -> PortsTaken.refuse(List.of(claim)))
                    .hasMessageContaining("port " + other.getLocalPort() + " is in use")
                    .hasMessageContaining("vigil-api needs it")
                    .hasMessageContaining("VIGIL_API_PORT=<port>");
        }
    }

    @Test
    void acceptsFreePorts() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThatCode(() -> PortsTaken.refuse(List.of(new PortClaim(port, "any", "ANY"))))
                .doesNotThrowAnyException();
    }
}
