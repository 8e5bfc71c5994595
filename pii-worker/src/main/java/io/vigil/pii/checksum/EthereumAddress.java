package io.vigil.pii.checksum;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Address of Ethereum: {@code 0x} and forty hexadecimal digits, whose capitals are a checksum (EIP-55). */
public final class EthereumAddress {

    private EthereumAddress() {}

    /**
     * Checks the capitals.
     *
     * @return {@link Checksum#UNKNOWN} where all letters are small or all are capitals, which carries no checksum
     */
    public static Checksum check(String text) {
        String address = text.substring(2);
        String small = address.toLowerCase(Locale.ROOT);
        if (address.equals(small) || address.equals(address.toUpperCase(Locale.ROOT))) {
            return Checksum.UNKNOWN;
        }
        byte[] hash = Keccak.hash(small.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < address.length(); i++) {
            int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 15;
            char c = small.charAt(i);
            char expected = c > '9' && nibble >= 8 ? Character.toUpperCase(c) : c;
            if (address.charAt(i) != expected) {
                return Checksum.INVALID;
            }
        }
        return Checksum.VALID;
    }
}
