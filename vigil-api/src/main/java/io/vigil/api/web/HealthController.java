package io.vigil.api.web;

import io.vigil.api.ask.BrokerProbe;
import io.vigil.api.ask.BrokerState;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health for people and load balancers; the actuator has the probes for orchestrators. */
@RestController
@RequestMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
class HealthController {

    private final BrokerProbe broker;

    HealthController(BrokerProbe broker) {
        this.broker = broker;
    }

    /** The process answers; nothing else is asked. */
    @GetMapping
    Map<String, String> alive() {
        return Map.of("status", "UP");
    }

    /** Streams, consumers and dead letters; 503 when requests could not be stored. */
    @GetMapping("/nats")
    ResponseEntity<BrokerState> nats() {
        BrokerState state = broker.state();
        return ResponseEntity.status(state.up() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(state);
    }
}
