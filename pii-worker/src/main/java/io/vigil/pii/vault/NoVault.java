package io.vigil.pii.vault;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What stands in for the vault where there is no key: keeps nothing and has nothing. */
public final class NoVault implements Vault {

    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public void keep(Owner owner, Map<String, String> originals) throws IOException {
        throw new IOException("there is no key to keep values under");
    }

    @Override
    public Optional<Map<String, String>> open(Owner owner) {
        return Optional.empty();
    }
}
