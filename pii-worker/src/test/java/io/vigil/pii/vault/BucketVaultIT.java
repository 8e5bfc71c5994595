package io.vigil.pii.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/** The vault on a real broker. */
class BucketVaultIT {

    private static final Map<String, String> ORIGINALS = Map.of("[EMAIL_1_A]", "jan@example.pl");

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    private static BucketVault vault(Duration timeToLive, int... keys) throws Exception {
        var limits = new BucketVault.Limits(timeToLive, DataSize.ofMegabytes(1), 1);
        return BucketVault.open(nats.connect(), limits, new Sealing(SealingTest.ring(keys)));
    }

    @Test
    void forgetsValuesWhenTheirTimeIsOver() throws Exception {
        var vault = vault(Duration.ofSeconds(2), 1);
        var owner = new Owner("acme", "r1");
        vault.keep(owner, ORIGINALS);
        assertThat(vault.open(owner)).contains(ORIGINALS);
        Eventually.withinSeconds(30).becomes("values", Optional.empty(), () -> vault.open(owner));
    }

    @Test
    void hasNothingForAnotherTenantOrNone() throws Exception {
        var vault = vault(Duration.ofHours(1), 1);
        vault.keep(new Owner("acme", "r1"), ORIGINALS);
        assertThat(vault.open(new Owner("acme", "r1"))).contains(ORIGINALS);
        assertThat(vault.open(new Owner("other", "r1"))).isEmpty();
        assertThat(vault.open(new Owner("", "r1"))).isEmpty();
        assertThat(vault.open(new Owner("acme", "r2"))).isEmpty();
    }

    @Test
    void opensUnderANewKeyWhatWasKeptUnderTheOldOne() throws Exception {
        var owner = new Owner("", "r1");
        vault(Duration.ofHours(1), 1).keep(owner, ORIGINALS);
        assertThat(vault(Duration.ofHours(1), 2, 1).open(owner)).contains(ORIGINALS);
        var without = vault(Duration.ofHours(1), 2);
        assertThatThrownBy(() -> without.open(owner))
                .isInstanceOfSatisfying(
                        UnknownKeyException.class,
                        e -> assertThat(e.detail()).contains(SealingTest.key(1).id(), "VIGIL_PII_KEY"));
    }
}
