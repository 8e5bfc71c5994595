package io.vigil.api.web;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract for programs, OpenAPI 3.1: kept by hand, compared with the controllers by a test. */
@RestController
class OpenApiController {

    private static final ClassPathResource DOCUMENT = new ClassPathResource("openapi.json", OpenApiController.class);

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document() throws IOException {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(DOCUMENT.getContentAsByteArray());
    }
}
