package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.FreePorts;
import io.vigil.testkit.NatsServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.embedded.RedisServer;

/** Limits as callers see them: counted by one gateway, by two with Redis, and by each of the two while Redis is away. */
class RateGateIT {

    private static final String ADMIN = "vg_live_adminadmin12" + "x".repeat(28);
    private static final String HELLO = "{\"text\":\"hello\"}";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    private static Gateway gateway(String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "--vigil.api.anonymous=false";
        arguments[1] = "--vigil.api.admin-key=" + ADMIN;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Gateway.start(nats.url(), arguments);
    }

    private static Exchange guard(Gateway gateway, String key, String body) throws Exception {
        return gateway.send(gateway.json("/v1/guard/input", body)
                .header("Authorization", "Bearer " + key)
                .build());
    }

    private static String key(Gateway gateway, String limits) throws Exception {
        Exchange created = gateway.send(gateway.json(
                        "/v1/keys",
                        "{\"name\":\"n\",\"tenant\":\"acme\",\"scopes\":[\"guard\"],\"limits\":" + limits + "}")
                .header("X-API-Key", ADMIN)
                .build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.text("key");
    }

    @Test
    void refusesWhatIsTooMuchAndSaysWhenThereIsMore() throws Exception {
        try (var gateway = gateway();
                var pipeline = new PlayedPipeline(nats.connect(), PlayedPipeline::allow)) {
            assertThat(pipeline).isNotNull();
            assertThat(guard(gateway, ADMIN, HELLO).header("RateLimit")).isEmpty();
            String key = key(gateway, "{\"requests_per_minute\":2}");

            Exchange first = guard(gateway, key, HELLO);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"key-requests\";q=2;w=60");
            assertThat(first.header("RateLimit")).startsWith("\"key-requests\";r=1;t=");
            assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
            assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
            assertThat(first.header("X-RateLimit-Reset")).matches("[0-9]{10}");
            assertThat(guard(gateway, key, HELLO).status()).isEqualTo(200);

            Exchange refused = guard(gateway, key, HELLO);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("code")).isEqualTo("rate_limited");
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
            assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
            assertThat(guard(gateway, ADMIN, HELLO).status()).isEqualTo(200);
            assertThat(gateway.get("/actuator/prometheus").body())
                    .contains("vigil_api_rate_refused_total{unit=\"requests\"} 1.0");
        }
    }

    @Test
    void countsCharactersOfBodies() throws Exception {
        try (var gateway = gateway();
                var pipeline = new PlayedPipeline(nats.connect(), PlayedPipeline::allow)) {
            assertThat(pipeline).isNotNull();
            String key = key(gateway, "{\"characters_per_minute\":40}");

            assertThat(guard(gateway, key, "{\"text\":\"😀😀😀😀😀😀😀😀😀😀\"}")
                            .header("X-RateLimit-Remaining"))
                    .isEqualTo("19");
            assertThat(guard(gateway, key, "{\"text\":\"" + "a".repeat(15) + "\"}")
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void countsForAllGatewaysInRedisAndForEachAloneWhileItIsAway() throws Exception {
        int port = FreePorts.next();
        var redis = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .build();
        String[] shared = {"--vigil.api.rate.redis-url=redis://127.0.0.1:" + port, "--vigil.api.rate.redis-timeout=1s"};
        redis.start();
        try (var one = gateway(shared);
                var other = gateway(shared);
                var pipeline = new PlayedPipeline(nats.connect(), PlayedPipeline::allow)) {
            assertThat(pipeline).isNotNull();
            String probe = key(one, "{\"requests_per_minute\":1000}");
            for (var gateway : new Gateway[] {one, other}) {
                Eventually.withinSeconds(20).isTrue("counts in redis", () -> {
                    Exchange answer = guard(gateway, probe, HELLO);
                    return answer.status() == 200
                            && answer.header("X-RateLimit-Scope").isEmpty();
                });
            }
            String key = key(one, "{\"requests_per_minute\":2}");
            Eventually.withinSeconds(2)
                    .becomes(
                            "key on the other gateway",
                            200,
                            () -> guard(other, key, HELLO).status());
            assertThat(guard(one, key, HELLO).status()).isEqualTo(200);
            assertThat(guard(one, key, HELLO).status()).isEqualTo(429);
            assertThat(guard(other, key, HELLO).status()).isEqualTo(429);

            redis.stop();

            String alone = key(one, "{\"requests_per_minute\":2}");
            Eventually.withinSeconds(2)
                    .becomes(
                            "status without redis",
                            200,
                            () -> guard(other, alone, HELLO).status());
            Exchange local = guard(one, alone, HELLO);
            assertThat(local.status()).isEqualTo(200);
            assertThat(local.header("X-RateLimit-Scope")).isEqualTo("gateway");
            assertThat(guard(one, alone, HELLO).status()).isEqualTo(200);
            assertThat(guard(one, alone, HELLO).status()).isEqualTo(429);
            assertThat(one.get("/actuator/prometheus").body()).contains("vigil_api_rate_alone 1.0");
        } finally {
            redis.stop();
        }
    }
}
