package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vigil.api.access.Scope;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.NatsServerExtension;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with a key of every scope: served, or 403; and without a key: 401, or open by name. */
class ScopesIT {

    private static final String ADMIN = "vg_live_adminadmin12" + "x".repeat(28);

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static final Map<Scope, String> KEYS = new EnumMap<>(Scope.class);

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(
                nats.url(),
                "--vigil.api.anonymous=false",
                "--vigil.api.admin-key=" + ADMIN,
                "--vigil.api.timeout=200ms",
                "--vigil.api.publish-timeout=200ms");
        for (Scope scope : Scope.values()) {
            Exchange created = gateway.send(
                    gateway.json("/v1/keys", "{\"name\":\"n\",\"scopes\":[\"%s\"]}".formatted(scope.value()))
                            .header("X-API-Key", ADMIN)
                            .build());
            KEYS.put(scope, created.text("key"));
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private record Endpoint(String method, String path, String type, Set<Scope> wanted) {

        HttpRequest request(String key) {
            // A name that nothing has, in the form of the ids of most things.
            String filled = path.replaceAll("\\{[^}]*}", "1");
            var body = method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}");
            var request = gateway.request(filled).method(method, body).header("Content-Type", type);
            return (key.isEmpty() ? request : request.header("Authorization", "Bearer " + key)).build();
        }
    }

    private static List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        gateway.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues()
                                .forEach(path -> found.add(endpoint(method.name(), path, mapping, handler)))));
        return found;
    }

    private static Endpoint endpoint(String method, String path, RequestMappingInfo mapping, HandlerMethod handler) {
        String type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        return new Endpoint(method, path, type, ScopeGate.wantedBy(handler));
    }

    @TestFactory
    Stream<DynamicTest> servesWhoHasTheScopeAndNobodyElse() {
        return endpoints().stream()
                .filter(endpoint -> !endpoint.wanted().isEmpty())
                .flatMap(endpoint -> Stream.of(Scope.values())
                        .map(scope -> dynamicTest(
                                endpoint.method() + " " + endpoint.path() + " with " + scope.value(), () -> {
                                    Exchange answer = gateway.send(endpoint.request(KEYS.getOrDefault(scope, "")));
                                    if (endpoint.wanted().contains(scope)) {
                                        assertThat(answer.status()).isNotIn(401, 403);
                                    } else {
                                        assertThat(answer.status()).isEqualTo(403);
                                        assertThat(answer.text("code")).isEqualToIgnoringCase("forbidden");
                                        // Existing clients read the member error.
                                        assertThat(answer.text("detail") + answer.text("error"))
                                                .contains(endpoint.wanted().stream()
                                                        .map(Scope::value)
                                                        .toList());
                                    }
                                })));
    }

    @Test
    void servesNobodyWithoutAKeyUnlessThePathIsOpen() throws Exception {
        for (Endpoint endpoint : endpoints()) {
            Exchange answer = gateway.send(endpoint.request(""));
            if (endpoint.wanted().isEmpty()) {
                assertThat(answer.status()).as(endpoint.toString()).isNotIn(401, 403);
            } else {
                assertThat(answer.status()).as(endpoint.toString()).isEqualTo(401);
            }
        }
    }
}
