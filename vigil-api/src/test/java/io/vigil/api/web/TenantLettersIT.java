package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two tenants and their dead letters; and what belongs to the organisation. */
class TenantLettersIT {

    private static final String ADMIN = "vg_live_adminadmin12" + "x".repeat(28);

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection broker;
    static String acme;

    private long own;
    private long others;
    private long nobodys;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.anonymous=false", "--vigil.api.admin-key=" + ADMIN);
        broker = nats.connect();
        acme = gateway.send(gateway.json(
                                "/v1/keys",
                                "{\"name\":\"n\",\"tenant\":\"acme\",\"scopes\":[\"dlq\",\"policy:write\"]}")
                        .header("X-API-Key", ADMIN)
                        .build())
                .text("key");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void fill() throws Exception {
        broker.jetStreamManagement().purgeStream(Streams.DLQ);
        own = letter("acme");
        others = letter("umbrella");
        nobodys = letter("");
    }

    private static long letter(String tenant) throws Exception {
        var headers = new Headers()
                .put("Vigil-Dlq-Subject", "vigil.guard.input")
                .put("Vigil-Dlq-Consumer", "pii-worker")
                .put("Vigil-Dlq-Reason", "malformed");
        if (!tenant.isEmpty()) {
            headers.put("Vigil-Tenant", tenant);
        }
        return broker.jetStream()
                .publish(NatsMessage.builder()
                        .subject("vigil.dlq.pii-worker.vigil.guard.input")
                        .headers(headers)
                        .data("{}".getBytes(UTF_8))
                        .build())
                .getSeqno();
    }

    private static Exchange send(String method, String path, String body) throws Exception {
        return gateway.send(gateway.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .header("Authorization", "Bearer " + acme)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void listsAndCountsOnlyTheTenantsOwn() throws Exception {
        var page = send("GET", "/v1/dlq", "").json();
        assertThat(page.path("letters").size()).isEqualTo(1);
        assertThat(page.at("/letters/0/seq").asLong()).isEqualTo(own);
        assertThat(page.at("/counts/total").asLong()).isEqualTo(1);
        assertThat(send("GET", "/v1/dlq?tenant=umbrella", "")
                        .json()
                        .at("/counts/total")
                        .asLong())
                .isZero();
    }

    @Test
    void neitherShowsNorSendsBackNorThrowsAwayWhatIsAnothers() throws Exception {
        for (long seq : new long[] {others, nobodys}) {
            assertThat(send("GET", "/v1/dlq/" + seq, "").status()).isEqualTo(404);
            assertThat(send("POST", "/v1/dlq/" + seq + "/redrive?force=true", "")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(send("POST", "/v1/dlq/redrive", "{\"filter\":{\"tenant\":\"umbrella\"},\"force\":true}")
                        .json()
                        .path("redriven")
                        .size())
                .isZero();
        assertThat(send("DELETE", "/v1/dlq?older_than=PT0S&tenant=umbrella", "")
                        .json()
                        .path("purged")
                        .asInt())
                .isZero();
        assertThat(send("POST", "/v1/dlq/redrive", "{}").json().path("redriven").size())
                .isEqualTo(1);
        assertThat(send("DELETE", "/v1/dlq?older_than=PT0S", "")
                        .json()
                        .path("purged")
                        .asInt())
                .isZero();
        assertThat(broker.jetStreamManagement()
                        .getStreamInfo(Streams.DLQ)
                        .getStreamState()
                        .getMsgCount())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/policy",
        "GET, /v1/policy/history",
        "GET, /v1/policy/diff?from=0&to=0",
        "PUT, /v1/policy",
        "PUT, /v1/policy?dryRun=true",
        "GET, /v1/patterns",
        "GET, /v1/patterns/weapons",
        "PUT, /v1/patterns/weapons",
        "DELETE, /v1/patterns/weapons",
    })
    void keepsWhatIsTheOrganisationsFromATenantsKey(String method, String path) throws Exception {
        Exchange answer = send(method, path, method.equals("PUT") ? "{}" : "");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("forbidden");
    }
}
