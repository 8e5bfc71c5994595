package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.canary.Canary;
import java.security.SecureRandom;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues canaries. Outputs that contain one are blocked; no list of those issued is kept. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(path = "/v1/canary", produces = MediaType.APPLICATION_JSON_VALUE)
class CanaryController {

    private final SecureRandom random = new SecureRandom();

    /** A new canary, to be written into one system prompt. */
    @PostMapping
    ResponseEntity<CanaryBody> issue() {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new CanaryBody(Canary.issue(random).token()));
    }

    /**
     * What is answered.
     *
     * @param canary the token, see {@link Canary}
     */
    record CanaryBody(String canary) {}
}
