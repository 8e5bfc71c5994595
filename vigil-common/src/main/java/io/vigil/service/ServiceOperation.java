package io.vigil.service;

/**
 * One thing that can be asked for.
 *
 * @param name in service discovery, e.g. {@code search}
 * @param subject where requests come in
 * @param type of the requests
 * @param work answers one request; blocks its virtual thread
 * @param <T> type of the requests
 */
public record ServiceOperation<T>(String name, String subject, Class<T> type, Work<T> work) {

    /** Answers requests. Thread-safe. */
    @FunctionalInterface
    public interface Work<T> {

        /** The answer to a request. */
        ServiceResult answer(ServiceCaller caller, T request);
    }
}
