package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.access.RateLimits;
import io.vigil.api.check.AnswerBody;
import io.vigil.api.check.ProblemBody;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.deadletters.BulkRedrive;
import io.vigil.api.deadletters.LetterDetails;
import io.vigil.api.deadletters.LetterPage;
import io.vigil.api.deadletters.LetterView;
import io.vigil.api.deadletters.Purged;
import io.vigil.api.deadletters.Redrive;
import io.vigil.api.keys.KeyWish;
import io.vigil.api.policy.DocumentChange;
import io.vigil.api.policy.PolicyAnswer;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.eventlog.Erased;
import io.vigil.eventlog.EventEntry;
import io.vigil.eventlog.EventExplanation;
import io.vigil.eventlog.EventPage;
import io.vigil.eventlog.EventStats;
import io.vigil.eventlog.FeedbackStored;
import io.vigil.eventlog.FeedbackSummary;
import io.vigil.eventlog.ReplayAnswer;
import io.vigil.eventlog.ReplayRequest;
import io.vigil.message.PiiAnalyzeAnswer;
import io.vigil.message.PiiAnalyzeRequest;
import io.vigil.message.PiiExplanation;
import io.vigil.message.PiiFinding;
import io.vigil.message.PiiRedactAnswer;
import io.vigil.message.PiiRedactRequest;
import io.vigil.message.PiiRestoreAnswer;
import io.vigil.message.PiiRestoreRequest;
import io.vigil.message.Source;
import io.vigil.message.Submission;
import io.vigil.patternlibrary.PatternFamilies;
import io.vigil.patternlibrary.PatternMatches;
import io.vigil.patternlibrary.PatternQuestion;
import io.vigil.testkit.NatsServerExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Keeps the published contract equal to what the controllers do. */
class OpenApiIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start(nats.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static JsonNode document() throws Exception {
        Exchange exchange = gateway.get("/openapi.json");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/json");
        return exchange.json();
    }

    @Test
    void listsExactlyTheOperationsOfTheControllers() throws Exception {
        var documented = new TreeSet<String>();
        for (var path : document().path("paths").properties()) {
            path.getValue().propertyNames().forEach(method -> documented.add(method + " " + path.getKey()));
        }

        var served = new TreeSet<String>();
        gateway.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues()
                                .forEach(path -> served.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));

        assertThat(documented).isEqualTo(served);
    }

    @Test
    void isOpenApi31WithoutDanglingReferences() throws Exception {
        JsonNode document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(references(document))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void describesTheFieldsOfAnswersAndProblems() throws Exception {
        JsonNode schemas = document().path("components").path("schemas");

        assertThat(properties(schemas.path("CheckAnswer"))).isEqualTo(snakeCase(AnswerBody.class));
        assertThat(properties(schemas.path("Problem"))).isEqualTo(snakeCase(ProblemBody.class));
        assertThat(properties(schemas.path("Key"))).isEqualTo(snakeCase(KeyBody.class));
        assertThat(properties(schemas.path("KeyRequest"))).isEqualTo(snakeCase(KeyWish.class));
        for (Class<?> message : List.of(
                PiiAnalyzeRequest.class,
                PiiAnalyzeAnswer.class,
                PiiRedactRequest.class,
                PiiRedactAnswer.class,
                PiiRestoreRequest.class,
                PiiRestoreAnswer.class,
                PiiFinding.class,
                PiiExplanation.class,
                EventEntry.class,
                EventPage.class,
                EventExplanation.class,
                EventStats.class,
                ReplayRequest.class,
                ReplayAnswer.class,
                FeedbackStored.class,
                FeedbackSummary.class,
                Erased.class,
                RateLimits.class)) {
            assertThat(properties(schemas.path(message.getSimpleName())))
                    .as(message.getSimpleName())
                    .isEqualTo(snakeCase(message));
        }
        for (Class<?> message : List.of(PatternFamilies.class, PatternMatches.class, PatternQuestion.class)) {
            assertThat(properties(schemas.path(message.getSimpleName())))
                    .as(message.getSimpleName())
                    .isEqualTo(snakeCase(message));
        }
        for (var answer : Map.of(
                        "DeadLetter", LetterView.class,
                        "DeadLetterPage", LetterPage.class,
                        "DeadLetterDetails", LetterDetails.class,
                        "DeadLetterRedriven", Redrive.Done.class,
                        "DeadLettersRedrive", BulkRedrive.class,
                        "DeadLettersRedriven", Redrive.Bulk.class,
                        "DeadLettersPurged", Purged.class,
                        "DocumentChange", DocumentChange.class,
                        "PolicyChanged", PolicyAnswer.Changed.class,
                        "PolicyTried", PolicyAnswer.Tried.class)
                .entrySet()) {
            assertThat(properties(schemas.path(answer.getKey())))
                    .as(answer.getKey())
                    .isEqualTo(snakeCase(answer.getValue()));
        }
        assertThat(schemas.path("CheckRequest")
                        .path("properties")
                        .path("text")
                        .path("maxLength")
                        .asInt())
                .isEqualTo(Submission.MAX_TEXT);
        assertThat(schemas.at("/CheckRequest/properties/source/enum")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Stream.of(Source.values()).map(Source::wireName).toList());
    }

    @Test
    void listsEveryProblemCodeAndStatus() throws Exception {
        JsonNode document = document();
        JsonNode codes = document.at("/components/schemas/Problem/properties/code/enum");
        Set<String> statuses = document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.path("responses").propertyNames().stream())
                .collect(Collectors.toSet());

        assertThat(codes.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Stream.of(ProblemKind.values()).map(ProblemKind::code).toList());
        assertThat(Stream.of(ProblemKind.values())
                        // About paths and methods that no operation has.
                        .filter(kind -> kind != ProblemKind.METHOD_NOT_ALLOWED)
                        .map(kind -> String.valueOf(kind.status())))
                .isSubsetOf(statuses);
    }

    private static Set<String> properties(JsonNode schema) {
        return Set.copyOf(schema.path("properties").propertyNames());
    }

    private static Set<String> snakeCase(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static List<String> references(JsonNode node) {
        var found = new ArrayList<String>();
        if (node.path("$ref").isString()) {
            found.add(node.path("$ref").asString());
        }
        node.forEach(child -> found.addAll(references(child)));
        return found;
    }
}
