package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * IP address, version 4 (RFC 791) and version 6 (RFC 4291). Four small numbers with dots are more often a version of
 * some software than an address, so they need context words. Addresses that every machine has, as 127.0.0.1, tell
 * nothing about anybody.
 */
public final class IpRecogniser {

    /** From here on a part is too large to be one of a version number. */
    private static final int UNLIKELY_VERSION = 100;
    /** Fewest groups of a version 6 address without context words: {@code ab::cd} is also a name in C++. */
    private static final int CLEAR_GROUPS = 4;

    /** The recogniser. */
    public static final Identifier IP = Identifier.of(
                    CatalogueEntry.on("IP_ADDRESS", "[IP]", 0.90, CatalogueEntry.ANYWHERE, "RFC 791, RFC 4291"))
            .certain(
                    "\\d{1,3}(\\.\\d{1,3}){3}",
                    "[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}", "[0-9a-f]{0,4}(:[0-9a-f]{0,4}){1,6}:\\d{1,3}(\\.\\d{1,3}){3}")
            .text(IpRecogniser::check)
            .within(40, 20)
            .in("en", "ip", "ipv", "address", "host", "server", "login", "dns", "gateway", "ping", "subnet")
            .in("pl", "ip", "adres*", "host*", "serwer*", "logowani*", "zalogowa*", "bram*", "podsiec*")
            .against(
                    "version", "ver", "v", "release", "build", "firmware", "driver", "wersj*", "wydani*", "sterownik*");

    private IpRecogniser() {}

    private static Checksum check(String match) {
        return match.indexOf(':') < 0 ? version4(match) : version6(match);
    }

    private static Checksum version4(String match) {
        boolean large = false;
        int part = 0;
        for (int i = 0; i <= match.length(); i++) {
            if (i == match.length() || match.charAt(i) == '.') {
                if (part > 255) {
                    return Checksum.INVALID;
                }
                large |= part >= UNLIKELY_VERSION;
                part = 0;
            } else {
                part = part * 10 + match.charAt(i) - '0';
            }
        }
        if (match.startsWith("255.") || ofEveryMachine(Inet4Address.ofLiteral(match))) {
            return Checksum.INVALID;
        }
        return large ? Checksum.VALID : Checksum.UNKNOWN;
    }

    private static Checksum version6(String match) {
        // The library answers with an exception, which takes too long for every list of colons.
        if (!isPlausible(match)) {
            return Checksum.INVALID;
        }
        try {
            if (ofEveryMachine(Inet6Address.ofLiteral(match))) {
                return Checksum.INVALID;
            }
        } catch (IllegalArgumentException notAnAddress) {
            return Checksum.INVALID;
        }
        return groups(match) >= CLEAR_GROUPS ? Checksum.VALID : Checksum.UNKNOWN;
    }

    /** Whether there are eight groups, or fewer and one gap. */
    private static boolean isPlausible(String match) {
        int gap = match.indexOf("::");
        int last = match.length() - 1;
        boolean open = (match.charAt(0) == ':' && gap != 0) || (match.charAt(last) == ':' && gap != last - 1);
        int groups = groups(match) + (match.indexOf('.') < 0 ? 0 : 1);
        return !open && (gap < 0 ? groups == 8 : groups < 8 && match.indexOf("::", gap + 1) < 0);
    }

    private static boolean ofEveryMachine(InetAddress address) {
        return address.isLoopbackAddress() || address.isAnyLocalAddress();
    }

    private static int groups(String match) {
        int groups = 0;
        for (int i = 0; i < match.length(); i++) {
            if (match.charAt(i) != ':' && (i == 0 || match.charAt(i - 1) == ':')) {
                groups++;
            }
        }
        return groups;
    }
}
