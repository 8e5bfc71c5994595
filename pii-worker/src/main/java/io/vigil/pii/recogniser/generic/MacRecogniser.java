package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Compact;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;

/** Address of a network card, of 48 bits. The one of all cards and the one of none belong to nobody. */
public final class MacRecogniser {

    /** The recogniser. */
    public static final Identifier MAC = Identifier.of(
                    CatalogueEntry.on("MAC_ADDRESS", "[MAC]", 0.85, CatalogueEntry.ANYWHERE, "IEEE 802-2014, 8.2.2"))
            .certain(
                    "[0-9a-f]{2}(:[0-9a-f]{2}){5}",
                    "[0-9a-f]{2}(-[0-9a-f]{2}){5}", "[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}")
            .ambiguous("[0-9a-f]{12}")
            .text(MacRecogniser::check)
            .within(30, 0)
            .in("en", "mac", "hardware address", "physical address", "ethernet", "wi-fi", "bssid")
            .in("pl", "mac", "adres fizyczny", "karty sieciowej");

    private MacRecogniser() {}

    private static Checksum check(String text) {
        String compact = Compact.of(text);
        boolean ofNobody = compact.chars().allMatch(c -> c == compact.charAt(0));
        // Six pairs of digits with dashes are a bank's sort codes or a date with a time as often as an address.
        boolean plain = compact.chars().allMatch(Character::isDigit) && text.indexOf(':') < 0;
        return ofNobody ? Checksum.INVALID : plain ? Checksum.UNKNOWN : Checksum.VALID;
    }
}
