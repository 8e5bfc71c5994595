package io.vigil.pii.fuzz;

import io.vigil.pii.vault.Keyring;
import io.vigil.pii.vault.Owner;
import io.vigil.pii.vault.Sealing;
import io.vigil.pii.vault.UnknownKeyException;
import io.vigil.pii.vault.Vault;
import java.util.Map;
import java.util.Optional;

/** Keeps the last entry in memory, encrypted as the bucket has it. */
final class SealedVault implements Vault {

    private final Sealing sealing = new Sealing(Keyring.parse("A".repeat(43) + "="));
    private byte[] sealed = {};

    @Override
    public void keep(Owner owner, Map<String, String> originals) {
        sealed = sealing.seal(owner, originals);
    }

    @Override
    public Optional<Map<String, String>> open(Owner owner) throws UnknownKeyException {
        return sealing.open(owner, sealed);
    }
}
