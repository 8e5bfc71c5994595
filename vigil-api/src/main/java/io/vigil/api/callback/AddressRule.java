package io.vigil.api.callback;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses may be called: those of the public internet, and nothing that only a machine inside can reach. IPv6 is
 * a list of what is allowed, so that no form of wrapping an IPv4 address gets past it. Pure.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA special-purpose addresses</a>
 */
final class AddressRule {

    private static final List<Block> PRIVATE_IPV4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4));

    private static final Block PUBLIC_IPV6 = Block.of("2000::", 3);

    /** Inside of the public block: Teredo and its neighbours, documentation, 6to4. */
    private static final List<Block> PRIVATE_IPV6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    private AddressRule() {}

    /** Whether an address is one of the public internet. IPv4 addresses that are mapped into IPv6 are IPv4 in Java. */
    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> PRIVATE_IPV4.stream().noneMatch(block -> block.contains(four));
            case Inet6Address six ->
                PUBLIC_IPV6.contains(six) && PRIVATE_IPV6.stream().noneMatch(block -> block.contains(six));
            default -> false;
        };
    }

    /**
     * A block of addresses.
     *
     * @param prefix how many leading bits are the same
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Block(byte[] address, int prefix) {

        static Block of(String address, int prefix) {
            try {
                return new Block(InetAddress.ofLiteral(address).getAddress(), prefix);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(address + " is no address", e);
            }
        }

        boolean contains(InetAddress candidate) {
            byte[] bytes = candidate.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
