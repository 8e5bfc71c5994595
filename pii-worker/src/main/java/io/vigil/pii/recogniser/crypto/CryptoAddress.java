package io.vigil.pii.recogniser.crypto;

import io.vigil.pii.checksum.Base58;
import io.vigil.pii.checksum.Bech32;
import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.EthereumAddress;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Addresses of Bitcoin and the currencies that write theirs in the same way, and of Ethereum. */
public final class CryptoAddress {

    private static final List<String> SEGWIT = List.of("bc1", "tb1", "ltc1");

    /** The recogniser. */
    public static final Identifier ADDRESS = Identifier.of(CatalogueEntry.on(
                    "CRYPTO", "[CRYPTO]", 0.90, CatalogueEntry.ANYWHERE, "Base58Check, BIP 173, BIP 350, EIP-55"))
            .exact(
                    "[13LMDX][1-9A-HJ-NP-Za-km-z]{25,34}",
                    "(bc|tb|ltc)1[02-9ac-hj-np-z]{11,87}",
                    "(BC|TB|LTC)1[02-9AC-HJ-NP-Z]{11,87}",
                    "0x[0-9a-fA-F]{40}")
            .text(CryptoAddress::check)
            .in("en", "wallet*", "bitcoin", "btc", "eth", "ethereum", "crypto*", "address", "litecoin", "dogecoin")
            .in("pl", "portfel*", "bitcoin*", "btc", "eth", "ethereum*", "krypto*", "adres*");

    private CryptoAddress() {}

    private static Checksum check(String text) {
        if (text.startsWith("0x")) {
            return EthereumAddress.check(text);
        }
        return isSegwit(text) ? Bech32.address(text) : Base58.address(text);
    }

    private static boolean isSegwit(String text) {
        return SEGWIT.stream().anyMatch(prefix -> text.regionMatches(true, 0, prefix, 0, prefix.length()));
    }
}
