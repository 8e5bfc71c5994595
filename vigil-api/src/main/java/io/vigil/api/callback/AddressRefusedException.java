package io.vigil.api.callback;

import java.net.UnknownHostException;

/** A host has an address that may not be called. */
final class AddressRefusedException extends UnknownHostException {

    AddressRefusedException() {
        super("the host has an address that may not be called");
    }
}
