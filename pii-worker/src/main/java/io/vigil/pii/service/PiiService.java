package io.vigil.pii.service;

import io.nats.client.Connection;
import io.vigil.message.PiiAnalyzeRequest;
import io.vigil.message.PiiRedactRequest;
import io.vigil.message.PiiRestoreRequest;
import io.vigil.pii.vault.Owner;
import io.vigil.service.RequestService;
import io.vigil.service.ServiceCaller;
import io.vigil.service.ServiceOperation;
import io.vigil.topology.Subjects;
import io.vigil.wire.MessageCodec;
import java.util.List;

/** The micro service of the PII workers, on {@code vigil.service.pii.*}. */
public final class PiiService {

    /** Name in service discovery. */
    public static final String NAME = "vigil-pii";

    private PiiService() {}

    /**
     * A service that does not listen yet.
     *
     * @param maxInFlight most requests that are worked on at a time
     */
    public static RequestService of(
            Connection connection, PiiOperations operations, MessageCodec codec, int maxInFlight) {
        return new RequestService(
                connection,
                new RequestService.About(NAME, "Finds, redacts and restores personal data"),
                codec,
                maxInFlight,
                List.of(
                        new ServiceOperation<>(
                                "analyze",
                                Subjects.PII_ANALYZE,
                                PiiAnalyzeRequest.class,
                                (caller, request) -> operations.analyze(owner(caller), request)),
                        new ServiceOperation<>(
                                "redact",
                                Subjects.PII_REDACT,
                                PiiRedactRequest.class,
                                (caller, request) -> operations.redact(owner(caller), request)),
                        new ServiceOperation<>(
                                "restore",
                                Subjects.PII_RESTORE,
                                PiiRestoreRequest.class,
                                (caller, request) -> operations.restore(owner(caller), request))));
    }

    private static Owner owner(ServiceCaller caller) {
        return new Owner(caller.tenant(), caller.requestId());
    }
}
