package io.vigil.api.clients;

import io.vigil.api.check.CheckResult;

/** One text of an existing client, from the bytes of its body to its answer. Thread-safe. */
public final class ClientCheck {

    private final TextChecks checks;

    public ClientCheck(TextChecks checks) {
        this.checks = checks;
    }

    /**
     * Checks a text.
     *
     * @param body JSON in UTF-8, not trusted
     * @throws InterruptedException when the service stops
     */
    public ClientResult check(Route route, byte[] body, CallContext call) throws InterruptedException {
        var value = Excerpt.of(body, ClientFields.WANTED);
        if (value.isEmpty()) {
            return ClientResult.malformed();
        }
        return switch (ClientFields.read(value.get(), route, "")) {
            case ClientRead.Faulty(var faults, var ignored) -> ClientResult.invalid(faults);
            case ClientRead.Accepted(ClientText text) -> told(checks.one(text, call));
        };
    }

    private static ClientResult told(Checked checked) {
        return switch (checked.result()) {
            case CheckResult.Answer(var answer) -> new ClientResult.Answer(DetectionBody.of(answer, checked));
            case CheckResult.Problem problem -> new ClientResult.None(problem);
        };
    }
}
