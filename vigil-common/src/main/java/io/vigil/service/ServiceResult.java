package io.vigil.service;

import io.vigil.message.ServiceFault;

/** What became of a request. */
public sealed interface ServiceResult {

    /** It has an answer, to be written as JSON. */
    record Answer(Object body) implements ServiceResult {}

    /** It has none. */
    record Fault(ServiceFault fault) implements ServiceResult {}

    /** A fault. */
    static ServiceResult fault(ServiceFault.Code code, String field, String detail) {
        return new Fault(new ServiceFault(code, field, detail));
    }
}
