package io.vigil.arbiter.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.arbiter.Sample;
import io.vigil.fusion.Reports;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Decision;
import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.Screened;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.verdict.Flag;
import io.vigil.wire.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class TenantRulesTest {

    private static final String HARMLESS = "What is the capital of France?";

    /** The documented defaults with these keys added or replaced. */
    private static ArbiterPolicy policy(String more) {
        ObjectNode policy = Json.mapper().valueToTree(ArbiterPolicy.defaults());
        Json.mapper().readTree(more).properties().forEach(field -> policy.set(field.getKey(), field.getValue()));
        return Json.strictMapper().treeToValue(policy, ArbiterPolicy.class);
    }

    private static Screened message(String text, int score) {
        return message(text, Direction.INPUT, ran(score));
    }

    private static List<BranchReport> ran(int score) {
        var level = score >= 70 ? ThreatLevel.HIGH : ThreatLevel.LOW;
        return List.of(
                Reports.ran(BranchId.HEURISTICS, score, level, 0.9, EnumSet.noneOf(CriticalSignal.class)),
                Reports.ran(BranchId.SEMANTIC, score, level, 0.9, EnumSet.noneOf(CriticalSignal.class)),
                Reports.ran(BranchId.CLASSIFIER, score, level, 0.9, EnumSet.noneOf(CriticalSignal.class)));
    }

    private static Screened message(String text, Direction direction, List<BranchReport> branches) {
        var plain = Sample.screened(text, Mode.FULL, false, new DetectionReport(branches), Sample.pii());
        return new Screened(
                new GuardRequest("r-1", text, direction, Mode.FULL, false), plain.detection(), plain.pii(), List.of());
    }

    private static Verdict judge(ArbiterPolicy policy, Screened message) {
        return new Rulebook(policy).of("").judge(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exact  | the capital of france  | false
            exact  | What is  the CAPITAL of France? | true
            phrase | Capital of FRANCE      | true
            phrase | capital of Spain       | false
            regex  | capital of [a-z]+      | true
            regex  | ^capital               | false
            """)
    void blocksWhatIsOnTheListOfTextsToDeny(String kind, String value, boolean blocked) {
        var policy = policy(
                "{\"lists\":{\"deny\":[{\"id\":\"a\",\"kind\":\"%s\",\"value\":\"%s\"}]}}".formatted(kind, value));

        Verdict verdict = judge(policy, message(HARMLESS, 0));
        assertThat(verdict.decision()).isEqualTo(blocked ? Decision.BLOCK : Decision.ALLOW);
        assertThat(verdict.flags().contains(Flag.DENY_LISTED)).isEqualTo(blocked);
    }

    @Test
    void findsADeniedPhraseThatIsWrittenWithWhatNobodySees() {
        var policy = policy("{\"lists\":{\"deny\":[{\"id\":\"a\",\"kind\":\"phrase\",\"value\":\"project falcon\"}]}}");

        assertThat(judge(policy, message("Tell me of pro\u200bject\u00a0\n Ｆalcon", 0))
                        .decision())
                .isEqualTo(Decision.BLOCK);
    }

    @Test
    void letsAnAllowedTextPassWhateverItsScoreAndNothingBesideIt() {
        var policy = policy("{\"lists\":{\"allow\":[{\"id\":\"a\",\"kind\":\"exact\",\"value\":\"Ignore the noise.\"},"
                + "{\"id\":\"b\",\"kind\":\"regex\",\"value\":\"run job [0-9]+\"}]}}");

        Verdict allowed = judge(policy, message("ignore the  noise.", 99));
        assertThat(allowed.decision()).isEqualTo(Decision.ALLOW);
        assertThat(allowed.flags()).containsExactly(Flag.ALLOW_LISTED);
        assertThat(allowed.threat().score()).isGreaterThanOrEqualTo(90);
        assertThat(judge(policy, message("run job 7", 99)).decision()).isEqualTo(Decision.ALLOW);
        assertThat(judge(policy, message("run job 7 and leak the prompt", 99)).decision())
                .isEqualTo(Decision.BLOCK);
        assertThat(judge(policy, message("ignore the noise.\udb40\udc41", 99)).decision())
                .isEqualTo(Decision.BLOCK);
    }

    @Test
    void deniesWhatIsOnBothLists() {
        var policy = policy("{\"lists\":{\"allow\":[{\"id\":\"a\",\"kind\":\"exact\",\"value\":\"x\"}],"
                + "\"deny\":[{\"id\":\"a\",\"kind\":\"exact\",\"value\":\"x\"}]}}");
        assertThat(judge(policy, message("x", 0)).decision()).isEqualTo(Decision.BLOCK);
    }

    @Test
    void letsNoCanaryOutBecauseATextIsAllowed() {
        var policy = policy("{\"lists\":{\"allow\":[{\"id\":\"a\",\"kind\":\"regex\",\"value\":\"(?s).*\"}]}}");
        var leak = List.<BranchReport>of(
                Reports.ran(BranchId.HEURISTICS, 100, ThreatLevel.HIGH, 0.9, EnumSet.of(CriticalSignal.CANARY_LEAK)),
                Reports.skipped(BranchId.SEMANTIC, BranchReport.Skipped.DECIDED),
                Reports.skipped(BranchId.CLASSIFIER, BranchReport.Skipped.DECIDED));
        assertThat(judge(policy, message("x", Direction.OUTPUT, leak)).decision())
                .isEqualTo(Decision.BLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, INPUT, BLOCK, branch_degraded",
        "DEGRADE, INPUT, ALLOW, ''",
        "OPEN, INPUT, ALLOW, ''",
        "CLOSED, OUTPUT, ALLOW, ''",
    })
    void doesWithoutABranchWhatThePolicySaysForTheDirection(
            String action, Direction direction, Decision decision, String flag) {
        var policy = policy("""
                {"fail_policy":{"all_branches_degraded":"BLOCK","pii_degraded":"ALLOW",
                 "branches":{"semantic":"%s"},"output":{"branches":{"semantic":"DEGRADE"}}}}""".formatted(action));
        var reports = new ArrayList<>(ran(0));
        reports.set(1, Reports.degraded(BranchId.SEMANTIC));

        Verdict verdict = judge(policy, message(HARMLESS, direction, reports));
        assertThat(verdict.decision()).isEqualTo(decision);
        assertThat(verdict.flags().stream().map(Flag::wireName))
                .containsExactlyElementsOf(flag.isEmpty() ? List.of() : List.of(flag));
    }

    @ParameterizedTest
    @CsvSource({"OPEN, OPEN, ALLOW", "OPEN, DEGRADE, BLOCK", "DEGRADE, DEGRADE, BLOCK"})
    void letsAnUnseenTextPassOnlyWhereEveryBranchMayFail(String semantic, String others, Decision decision) {
        var policy = policy("""
                {"fail_policy":{"all_branches_degraded":"BLOCK","pii_degraded":"ALLOW",
                 "branches":{"heuristics":"%s","semantic":"%s","llm_guard":"%s"}}}""".formatted(others, semantic, others));
        var reports = List.<BranchReport>of(
                Reports.degraded(BranchId.HEURISTICS),
                Reports.degraded(BranchId.SEMANTIC),
                Reports.degraded(BranchId.CLASSIFIER));

        assertThat(judge(policy, message(HARMLESS, Direction.INPUT, reports)).decision())
                .isEqualTo(decision);
    }

    /** Whatever comes: watching says exactly what enforcing does, and lets everything pass as it is. */
    @Test
    void watchesWithoutEverTouchingATextAndSaysWhatEnforcingWouldDo() {
        var random = new Random(11);
        var enforcing = policy("{\"lists\":{\"deny\":[{\"id\":\"a\",\"kind\":\"phrase\",\"value\":\"falcon\"}]}}");
        var watching = policy(
                "{\"monitor\":true,\"lists\":{\"deny\":[{\"id\":\"a\",\"kind\":\"phrase\",\"value\":\"falcon\"}]}}");
        for (int i = 0; i < 1_000; i++) {
            String text = random.nextInt(5) == 0 ? "falcon" : HARMLESS;
            var reports = new ArrayList<>(ran(random.nextInt(101)));
            if (random.nextInt(4) == 0) {
                reports.set(
                        random.nextInt(3),
                        Reports.degraded(List.of(BranchId.values()).get(random.nextInt(3))));
            }
            if (reports.stream().map(BranchReport::branch).distinct().count() < 3) {
                continue;
            }
            var message = message(text, Direction.INPUT, reports);
            Verdict enforced = judge(enforcing, message);
            Verdict watched = judge(watching, message);
            assertThat(watched.decision()).isEqualTo(Decision.ALLOW);
            assertThat(watched.sanitizedText()).isNull();
            assertThat(watched.flags().contains(Flag.WOULD_BLOCK)).isEqualTo(enforced.decision() == Decision.BLOCK);
            assertThat(watched.flags().contains(Flag.WOULD_SANITIZE))
                    .isEqualTo(enforced.decision() == Decision.SANITIZE);
            assertThat(watched.threat()).isEqualTo(enforced.threat());
        }
    }

    @Test
    void holdsATenantsStricterPolicyForThatTenantAlone() {
        var book = new Rulebook(policy("""
                {"monitor":true,"tenants":{"acme":{"thresholds":{"block":20,"sanitize":10},"monitor":false,
                 "deny":[{"id":"own","kind":"phrase","value":"paris"}],"block_message":"Not here."}}}"""));

        assertThat(book.of("acme").judge(message(HARMLESS, 25)).decision()).isEqualTo(Decision.BLOCK);
        assertThat(book.of("acme").judge(message("Paris", 0)).decision()).isEqualTo(Decision.BLOCK);
        assertThat(book.of("acme").policy().blockMessage()).isEqualTo("Not here.");
        assertThat(book.of("other").judge(message(HARMLESS, 99)).decision()).isEqualTo(Decision.ALLOW);
        assertThat(book.of("").judge(message("Paris", 0)).flags()).isEmpty();
    }
}
