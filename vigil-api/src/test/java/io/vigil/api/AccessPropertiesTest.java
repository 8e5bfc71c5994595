package io.vigil.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AccessPropertiesTest {

    private static final String PEPPER = "p".repeat(32);

    @Test
    void asksForAPepper() {
        assertThatThrownBy(() -> new AccessProperties(false, "p".repeat(31), ""))
                .hasMessageContaining("vigil.api.keys-pepper")
                .hasMessageContaining("32");
    }

    @Test
    void refusesAnAdminKeyThatIsNoKey() {
        assertThatThrownBy(() -> new AccessProperties(false, PEPPER, "secret"))
                .hasMessageContaining("vigil.api.admin-key")
                .hasMessageNotContaining("secret,");
    }

    @Test
    void letsNobodyInWithoutAKeyFromTheNetwork() throws Exception {
        var laptop = new AccessProperties(true, PEPPER, "");

        assertThatNoException().isThrownBy(() -> laptop.refuseAnonymousOn(InetAddress.getLoopbackAddress()));
        assertThatNoException().isThrownBy(() -> laptop.refuseAnonymousOn(address(127, 0, 0, 53)));
        assertThatThrownBy(() -> laptop.refuseAnonymousOn(null)).hasMessageContaining("vigil.api.anonymous");
        assertThatThrownBy(() -> laptop.refuseAnonymousOn(address(0, 0, 0, 0))).hasMessageContaining("server.address");
        assertThatThrownBy(() -> laptop.refuseAnonymousOn(address(192, 0, 2, 7)))
                .hasMessageContaining("loopback");
    }

    private static InetAddress address(int... bytes) throws UnknownHostException {
        return InetAddress.getByAddress(
                new byte[] {(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]});
    }

    @Test
    void asksForKeysAnywhere() {
        assertThatNoException().isThrownBy(() -> new AccessProperties(false, PEPPER, "").refuseAnonymousOn(null));
    }

    @Test
    void showsNoSecret() {
        String key = "vg_live_" + "k".repeat(40);
        assertThat(new AccessProperties(false, PEPPER, key).toString()).doesNotContain(PEPPER, key);
    }
}
