package io.vigil.api.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once, and gives its addresses only where all of them may be called. The connection goes to one of
 * these addresses: the name is not looked up again, so it cannot say something else the second time.
 */
final class GuardedResolver implements DnsResolver {

    private final Lookup lookup;
    private final boolean privateAllowed;

    /**
     * A resolver.
     *
     * @param lookup asks the name service
     * @param privateAllowed whether addresses inside are allowed too
     */
    GuardedResolver(Lookup lookup, boolean privateAllowed) {
        this.lookup = lookup;
        this.privateAllowed = privateAllowed;
    }

    /** The name service. */
    @FunctionalInterface
    interface Lookup {

        /** All addresses of a host, at least one. */
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        if (!privateAllowed && !Arrays.stream(addresses).allMatch(AddressRule::isPublic)) {
            throw new AddressRefusedException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
