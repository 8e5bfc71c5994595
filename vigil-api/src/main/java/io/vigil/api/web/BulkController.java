package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.bulk.BulkCheck;
import io.vigil.api.bulk.RowBody;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Many texts in one request. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(
        path = "/v1/analyze",
        consumes = EventStream.NDJSON_VALUE,
        produces = {EventStream.NDJSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class BulkController {

    private final BulkCheck bulk;
    private final Exchange exchange;
    private final JsonMapper mapper;

    BulkController(BulkCheck bulk, Exchange exchange, JsonMapper mapper) {
        this.bulk = bulk;
        this.exchange = exchange;
        this.mapper = mapper;
    }

    /** Checks one text a line and answers one line each, in their order. */
    @PostMapping("/bulk")
    void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        var stream = new EventStream(response, mapper, MediaType.parseMediaType(EventStream.NDJSON_VALUE));
        String tenant = Callers.of(request).tenant();
        if (!bulk.run(request.getInputStream(), new Lines(stream), tenant, Exchange.trace(request))) {
            exchange.write(
                    Problem.of(ProblemKind.OVERLOADED, "Too many bulk requests are open. Try again later."),
                    request,
                    response);
        }
    }

    private record Lines(EventStream stream) implements BulkCheck.Answers {

        @Override
        public void write(RowBody row) throws IOException {
            stream.write("row", row);
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }
    }
}
