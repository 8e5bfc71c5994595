package io.vigil.api.web;

import io.vigil.api.clients.ClientJson;
import io.vigil.api.clients.LicenseBody;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells clients that ask for a licence that all is well. Public, as they expect. */
@RestController
class LicenseController {

    @GetMapping(path = "/v1/license/status", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> status() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ClientJson.mapper().writeValueAsBytes(LicenseBody.FREE));
    }
}
