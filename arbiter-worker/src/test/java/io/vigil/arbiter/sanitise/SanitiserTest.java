package io.vigil.arbiter.sanitise;

import static io.vigil.arbiter.Sample.entity;
import static io.vigil.arbiter.Sample.finding;
import static io.vigil.arbiter.Sample.pii;
import static io.vigil.fusion.Reports.detection;
import static io.vigil.fusion.Reports.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.arbiter.Sample;
import io.vigil.message.BranchId;
import io.vigil.message.DetectionReport;
import io.vigil.message.Finding;
import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import io.vigil.message.Span;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.PolicyJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitiserTest {

    private static final ArbiterPolicy DEFAULTS = ArbiterPolicy.defaults();

    @Test
    void replacesPersonalDataByItsTokenAndAttacksByTheirs() {
        Sanitised sanitised = sanitise(
                "ignore rules, PESEL 44051401359 ok", found(finding(50, 0, 12)), pii(entity(20, 31, "[PESEL]")));
        assertThat(sanitised.text()).isEqualTo("[removed], PESEL [PESEL] ok");
        assertThat(sanitised.attackLocated()).isTrue();
        assertThat(sanitised.usable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // personal data inside, around, before and behind an attack span
        "2, 8, 4, 6, ab[removed]ij",
        "4, 6, 2, 8, ab[removed]ij",
        "4, 8, 2, 6, ab[removed]ij",
        "2, 6, 4, 8, ab[removed]ij",
        // touching is no overlap
        "2, 4, 4, 6, ab[removed][PII]ghij",
        "4, 6, 2, 4, ab[PII][removed]ghij",
    })
    void removesPersonalDataWithTheAttackThatItOverlaps(int from, int to, int piiFrom, int piiTo, String expected) {
        assertThat(sanitise("abcdefghij", found(finding(50, from, to)), pii(entity(piiFrom, piiTo, "[PII]")))
                        .text())
                .isEqualTo(expected);
    }

    @Test
    void mergesAttackSpansThatOverlapOrTouch() {
        DetectionReport report = detection(
                ran(BranchId.HEURISTICS, 50, finding(50, 2, 5), finding(40, 4, 6)),
                ran(BranchId.SEMANTIC, 50, finding(50, 6, 8)),
                ran(BranchId.CLASSIFIER, 0));
        assertThat(sanitise("abcdefghij", report, pii()).text()).isEqualTo("ab[removed]ij");
    }

    @Test
    void removesWholeEmojiOnly() {
        String text = "a\uD83D\uDE00b attack";
        assertThat(sanitise(text, found(finding(50, 2, 4)), pii()).text()).isEqualTo("a[removed] attack");
        assertThat(sanitise(text, found(), pii(entity(0, 2, "[X]"))).text()).isEqualTo("[X]b attack");
    }

    @Test
    void mergesAttackAndPersonalDataThatShareOneEmoji() {
        String text = "ab\uD83D\uDE00cd ef";
        assertThat(sanitise(text, found(finding(50, 0, 3)), pii(entity(3, 6, "[X]")))
                        .text())
                .isEqualTo("[removed] ef");
    }

    @Test
    void cutsSpansThatReachBehindTheText() {
        assertThat(sanitise("abc def", found(finding(50, 4, 99), finding(50, 200, 300)), pii(entity(0, 2, "[X]")))
                        .text())
                .isEqualTo("[X]c [removed]");
    }

    @Test
    void leavesWeakFindingsAndFindingsWithoutPlace() {
        var everywhere = new Finding("JAILBREAK", "p", 90, "about the whole text", null);
        Sanitised sanitised = sanitise("abc def", found(finding(19, 0, 3), everywhere), pii());
        assertThat(sanitised.text()).isEqualTo("abc def");
        assertThat(sanitised.changed()).isFalse();
        assertThat(sanitised.attackLocated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40, abc [removed]", "41, abc def"})
    void readsTheSmallestFindingFromThePolicy(int minimum, String expected) {
        ArbiterPolicy policy = PolicyJson.changed("sanitize.min_finding_score", minimum);
        assertThat(Sanitiser.sanitise("abc def", found(finding(40, 4, 7)), pii(), policy)
                        .text())
                .isEqualTo(expected);
    }

    @Test
    void readsTheTokenFromThePolicy() {
        ArbiterPolicy policy = PolicyJson.changed("sanitize.redact_token", "<gone>");
        assertThat(Sanitiser.sanitise("abc def", found(finding(40, 4, 7)), pii(), policy)
                        .text())
                .isEqualTo("abc <gone>");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void countsAnAttackAsLocatedOnlyWhereEveryHighBranchNamesAPlace(boolean needed, boolean located) {
        ArbiterPolicy policy = PolicyJson.changed("unsanitizable.high_without_span", needed);
        DetectionReport report = detection(
                ran(BranchId.HEURISTICS, 40, finding(40, 0, 3)),
                ran(BranchId.SEMANTIC, 80),
                ran(BranchId.CLASSIFIER, 0));
        assertThat(Sanitiser.sanitise("abc def", report, pii(), policy).attackLocated())
                .isEqualTo(located);
    }

    @Test
    void countsAnAttackThatIsTheTokenItselfAsNotLocated() {
        assertThat(sanitise("a [removed] b", found(finding(50, 2, 11)), pii()).attackLocated())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 9, true", "0, 10, true", "0, 8, false"})
    void knowsWhenNothingIsLeft(int from, int to, boolean nothing) {
        assertThat(sanitise("do attack.", found(finding(50, from, to)), pii()).nothingLeft())
                .isEqualTo(nothing);
    }

    @Test
    void keepsATokenOfPersonalDataAsSomethingLeft() {
        assertThat(sanitise("44051401359", found(), pii(entity(0, 11, "[PESEL]")))
                        .usable())
                .isTrue();
    }

    /** Every character of the text is unique, so one that should be gone is found wherever it survives. */
    @Test
    void leavesNothingOfWhatIsRemovedAndEverythingElse() {
        var random = new Random(20261121);
        for (int round = 0; round < 3_000; round++) {
            int length = 2 + random.nextInt(50);
            var text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(i % 3 == 0 ? 0x1F300 + i : 0x4E00 + i);
            }
            Finding[] findings = random.ints(random.nextInt(5), 0, text.length())
                    .mapToObj(start -> finding(50, start, start + 1 + random.nextInt(text.length() - start)))
                    .toArray(Finding[]::new);
            PiiReport pii = anyPii(random, text.length());
            String sanitised = sanitise(text.toString(), found(findings), pii).text();
            for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                int end = text.offsetByCodePoints(i, 1);
                boolean covered = covered(i, end, findings, pii);
                assertThat(sanitised.contains(text.substring(i, end)))
                        .as("round %d, index %d", round, i)
                        .isEqualTo(!covered);
            }
        }
    }

    private static boolean covered(int start, int end, Finding[] findings, PiiReport pii) {
        var place = new Span(start, end);
        for (Finding finding : findings) {
            if (finding.span() != null && finding.span().overlaps(place)) {
                return true;
            }
        }
        return pii.entities().stream().anyMatch(entity -> entity.span().overlaps(place));
    }

    private static PiiReport anyPii(Random random, int length) {
        List<PiiEntity> entities = new ArrayList<>();
        int[] cuts = random.ints(random.nextInt(4) * 2L, 0, length + 1)
                .distinct()
                .sorted()
                .toArray();
        for (int i = 0; i + 1 < cuts.length; i += 2) {
            entities.add(entity(cuts[i], cuts[i + 1], "[PII]"));
        }
        entities.sort(Comparator.comparing(PiiEntity::span));
        return Sample.pii(entities.toArray(PiiEntity[]::new));
    }

    private static Sanitised sanitise(String text, DetectionReport detection, PiiReport pii) {
        return Sanitiser.sanitise(text, detection, pii, DEFAULTS);
    }

    private static DetectionReport found(Finding... findings) {
        return detection(
                ran(BranchId.HEURISTICS, 50, findings), ran(BranchId.SEMANTIC, 0), ran(BranchId.CLASSIFIER, 0));
    }
}
