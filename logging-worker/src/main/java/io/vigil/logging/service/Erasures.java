package io.vigil.logging.service;

import com.clickhouse.client.api.ClickHouseException;
import io.vigil.eventlog.EraseRequest;
import io.vigil.eventlog.Erased;
import io.vigil.logging.clickhouse.ErasureScope;
import io.vigil.logging.clickhouse.ErasureScope.By;
import io.vigil.logging.clickhouse.EventErasure;
import io.vigil.logging.clickhouse.Failures;
import io.vigil.logging.query.QuestionFailedException;
import io.vigil.message.ServiceFault.Code;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases events when somebody asks for it. Thread-safe. */
public final class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final EventErasure erasure;

    public Erasures(EventErasure erasure) {
        this.erasure = erasure;
    }

    /**
     * Erases, and returns when it is done.
     *
     * @param caller tenant of whoever asks; empty for everybody's events
     * @throws QuestionFailedException it is not known to be done
     */
    public Erased erase(String caller, EraseRequest request) {
        var scope = new ErasureScope(
                switch (request.by()) {
                    case REQUEST_ID -> By.REQUEST;
                    case SESSION -> By.SESSION;
                    case CLIENT -> By.CLIENT;
                    case TENANT -> By.TENANT;
                },
                request.value(),
                caller.isEmpty() ? Optional.empty() : Optional.of(caller));
        try {
            return new Erased(erasure.erase(scope));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ClickHouseException e) {
            log.warn("events could not be erased: {}", Failures.code(e));
            throw unavailable();
        }
    }

    private static QuestionFailedException unavailable() {
        return new QuestionFailedException(
                Code.UNAVAILABLE, "", "The events may not be erased completely. Ask for the same again.");
    }
}
