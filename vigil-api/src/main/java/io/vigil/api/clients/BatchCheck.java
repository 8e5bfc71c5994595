package io.vigil.api.clients;

import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.TextFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Several texts in one call. What is wrong with one of them costs only that one its check. Thread-safe. */
public final class BatchCheck {

    /** Most items in one call. */
    public static final int MOST_ITEMS = 24;

    private static final Wanted WANTED =
            Wanted.object(Map.of("items", Wanted.list(MOST_ITEMS + 1, ClientFields.WANTED)));

    private final TextChecks checks;

    public BatchCheck(TextChecks checks) {
        this.checks = checks;
    }

    /**
     * Checks the items.
     *
     * @param body JSON in UTF-8, not trusted
     * @throws InterruptedException when the service stops
     */
    public ClientResult check(byte[] body, CallContext call) throws InterruptedException {
        var value = Excerpt.of(body, WANTED);
        if (value.isEmpty()) {
            return ClientResult.malformed();
        }
        JsonNode items = value.get().path("items");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST_ITEMS) {
            return ClientResult.invalid(
                    List.of(new FieldFault("/items", "must be a list of 1 to " + MOST_ITEMS + " items")));
        }
        List<ClientRead> reads = new ArrayList<>();
        for (JsonNode item : items) {
            reads.add(ClientFields.read(item, Route.ITEM, ""));
        }
        List<Checked> checked = checks.all(accepted(reads), call);
        return refused(checked, reads.size())
                .<ClientResult>map(ClientResult.None::new)
                .orElseGet(() -> new ClientResult.Answer(body(reads, checked)));
    }

    private static List<ClientText> accepted(List<ClientRead> reads) {
        return reads.stream()
                .filter(ClientRead.Accepted.class::isInstance)
                .map(read -> ((ClientRead.Accepted) read).text())
                .toList();
    }

    /** Where not one item got through and all may in a moment, the whole call is worth another try. */
    private static Optional<Problem> refused(List<Checked> checked, int items) {
        List<Problem> passing = checked.stream()
                .map(Checked::result)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .filter(Problem::passesSoon)
                .toList();
        return passing.size() == items ? passing.stream().findFirst() : Optional.empty();
    }

    private static BatchBody body(List<ClientRead> reads, List<Checked> checked) {
        var items = new ArrayList<BatchBody.Item>(reads.size());
        Iterator<Checked> next = checked.iterator();
        for (ClientRead read : reads) {
            int index = items.size();
            items.add(
                    switch (read) {
                        case ClientRead.Accepted ignored -> told(index, next.next());
                        case ClientRead.Faulty(var faults, var text) ->
                            BatchBody.Item.failed(index, code(text), message(faults.getFirst()));
                    });
        }
        return new BatchBody(items);
    }

    private static BatchBody.Item told(int index, Checked checked) {
        return switch (checked.result()) {
            case CheckResult.Answer(var answer) -> BatchBody.Item.checked(index, DetectionBody.of(answer, checked));
            case Problem problem -> BatchBody.Item.failed(index, ClientError.code(problem), problem.detail());
        };
    }

    private static String code(@Nullable TextFault text) {
        return switch (text) {
            case TOO_LONG -> "TEXT_TOO_LONG";
            case NOT_UNICODE -> "INVALID_ENCODING";
            case BLANK -> "VALIDATION_ERROR";
            case null -> "VALIDATION_ERROR";
        };
    }

    private static String message(FieldFault fault) {
        return (ClientError.path(fault.pointer()) + " " + fault.detail()).strip();
    }
}
