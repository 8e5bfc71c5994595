package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.keys.ApiKey;
import io.vigil.api.keys.KeyDesk;
import io.vigil.api.keys.KeyResult;
import io.vigil.api.keys.KeyText;
import io.vigil.api.keys.KeyWish;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys: make, list, show, revoke, rotate. The text of a key is in one answer only. */
@RestController
@RequiresScope(Scope.KEYS)
@RequestMapping(
        path = "/v1/keys",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class KeysController {

    private final KeyDesk desk;
    private final KeyRequests requests;
    private final Exchange exchange;
    private final InstantSource clock;

    KeysController(KeyDesk desk, KeyRequests requests, Exchange exchange, InstantSource clock) {
        this.desk = desk;
        this.requests = requests;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Makes a key. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(HttpServletRequest request) throws IOException, InterruptedException {
        Caller caller = Callers.of(request);
        return exchange.check(request, (body, identity, trace) -> switch (requests.wish(body)) {
            case KeyRequests.Read.Good<KeyWish>(KeyWish wish) -> done(identity, () -> desk.create(caller, wish));
            case KeyRequests.Read.Bad<KeyWish>(Problem problem) -> exchange.problem(problem, identity);
        });
    }

    /** The keys that the caller may see, oldest first. */
    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return exchange.answer(new KeyBody.All(desk.list(Callers.of(request)).stream()
                .map(key -> body(key, null))
                .toList()));
    }

    /** One key. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> show(@PathVariable("id") String id, HttpServletRequest request) {
        return desk.find(Callers.of(request), id)
                .map(key -> exchange.answer(body(key, null)))
                .orElseGet(() -> missing(RequestIdFilter.identityOf(request)));
    }

    /** Ends a key. */
    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> revoke(@PathVariable("id") String id, HttpServletRequest request) {
        Caller caller = Callers.of(request);
        return done(RequestIdFilter.identityOf(request), () -> desk.revoke(caller, id));
    }

    /** Makes a key that takes the place of another. */
    @PostMapping("/{id}/rotate")
    ResponseEntity<byte[]> rotate(@PathVariable("id") String id, HttpServletRequest request)
            throws IOException, InterruptedException {
        Caller caller = Callers.of(request);
        return exchange.check(request, (body, identity, trace) -> switch (requests.rotation(body)) {
            case KeyRequests.Read.Good<KeyRequests.Rotation>(var rotation) ->
                done(identity, () -> desk.rotate(caller, id, rotation.overlap()));
            case KeyRequests.Read.Bad<KeyRequests.Rotation>(Problem problem) -> exchange.problem(problem, identity);
        });
    }

    /** Something to do with a key. */
    @FunctionalInterface
    private interface Work {
        KeyResult done() throws IOException;
    }

    private ResponseEntity<byte[]> done(RequestIdentity identity, Work work) {
        try {
            return switch (work.done()) {
                case KeyResult.Issued(ApiKey key, KeyText text) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header(HttpHeaders.LOCATION, "/v1/keys/" + key.id())
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(exchange.json(body(key, text)));
                case KeyResult.Done(ApiKey key) -> exchange.answer(body(key, null));
                case KeyResult.Missing() -> missing(identity);
                case KeyResult.Beyond(var scopes) ->
                    exchange.problem(
                            Problem.of(
                                    ProblemKind.FORBIDDEN,
                                    scopes.isEmpty()
                                            ? "This key makes keys for its own tenant only."
                                            : "This key cannot give a scope that it lacks: " + String.join(", ", scopes)
                                                    + "."),
                            identity);
                case KeyResult.Ended() ->
                    exchange.problem(
                            KeyRequests.faulty(
                                    "/expires_at", "the key has ended, or would be at an end from the beginning"),
                            identity);
            };
        } catch (IOException e) {
            return exchange.problem(
                    Problem.of(
                            ProblemKind.KEYS_UNAVAILABLE,
                            "The change could not be stored, or not be audited. Look at the key, then try again."),
                    identity);
        }
    }

    private ResponseEntity<byte[]> missing(RequestIdentity identity) {
        return exchange.problem(
                Problem.of(ProblemKind.KEY_NOT_FOUND, "There is no key with this id, or it is not yours."), identity);
    }

    private KeyBody body(ApiKey key, @Nullable KeyText text) {
        return KeyBody.of(key, text, desk.lastUse(key), clock.instant());
    }
}
