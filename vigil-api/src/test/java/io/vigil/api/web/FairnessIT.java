package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.NatsServerExtension;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One tenant's burst leaves the others their place. */
class FairnessIT {

    private static final String ADMIN = "vg_live_adminadmin12" + "x".repeat(28);
    private static final String HELLO = "{\"text\":\"hello\"}";
    private static final int PLACES = 8;

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    @Test
    void refusesNoneOfAnotherTenantDuringATenfoldBurst() throws Exception {
        try (var gateway = Gateway.start(
                        nats.url(),
                        "--vigil.api.anonymous=false",
                        "--vigil.api.admin-key=" + ADMIN,
                        "--vigil.api.max-in-flight=" + PLACES,
                        "--vigil.api.publish-timeout=5s");
                var pipeline = new PlayedPipeline(nats.connect(), PlayedPipeline::allow);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(pipeline).isNotNull();
            String loud = key(gateway, "loud");
            String calm = key(gateway, "calm");
            var over = new AtomicBoolean();
            var refused = new AtomicInteger();
            for (int i = 0; i < 10 * PLACES; i++) {
                var _ = threads.submit(() -> {
                    while (!over.get()) {
                        if (guard(gateway, loud) == 503) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < PLACES / 2; i++) {
                answers.add(threads.submit(() -> {
                    for (int n = 0; n < 25; n++) {
                        int status = guard(gateway, calm);
                        if (status != 200) {
                            return status;
                        }
                    }
                    return 200;
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            over.set(true);
            assertThat(refused.get()).as("the burst was one").isPositive();
        }
    }

    private static int guard(Gateway gateway, String key) throws Exception {
        return gateway.send(gateway.json("/v1/guard/input", HELLO)
                        .header("X-API-Key", key)
                        .build())
                .status();
    }

    private static String key(Gateway gateway, String tenant) throws Exception {
        Exchange created = gateway.send(
                gateway.json("/v1/keys", "{\"name\":\"n\",\"tenant\":\"%s\",\"scopes\":[\"guard\"]}".formatted(tenant))
                        .header("X-API-Key", ADMIN)
                        .build());
        return created.text("key");
    }
}
