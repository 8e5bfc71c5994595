package io.vigil.pii.service;

import io.vigil.message.PiiFault;

/** What became of a request. */
public sealed interface PiiResult {

    /** It has an answer, one of the {@code Pii…Answer} messages. */
    record Answer(Object body) implements PiiResult {}

    /** It has none. */
    record Fault(PiiFault fault) implements PiiResult {}

    /** A fault. */
    static PiiResult fault(PiiFault.Code code, String field, String detail) {
        return new Fault(new PiiFault(code, field, detail));
    }
}
