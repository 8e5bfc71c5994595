package io.vigil.topology;

import java.util.List;
import java.util.stream.Collectors;

/** A stream on the server differs in a way that this service will not change by itself. */
public final class DestructiveChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DestructiveChangeException(String stream, List<StreamDifference> differences) {
        super(differences.stream()
                .map(difference -> "\n  " + difference)
                .collect(Collectors.joining(
                        "", "stream " + stream + " needs a destructive change; make it by hand or keep it:", "")));
    }
}
