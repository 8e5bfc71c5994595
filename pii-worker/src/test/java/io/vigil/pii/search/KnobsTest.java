package io.vigil.pii.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.liveconfig.LiveConfig;
import io.vigil.message.PiiEntity;
import io.vigil.message.RedactionKind;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.hide.Hider;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.language.NgramLanguageGuess;
import io.vigil.pii.settings.AllowList;
import io.vigil.pii.settings.DetectionMode;
import io.vigil.pii.settings.PiiSettings;
import io.vigil.pii.settings.RedactionRule;
import io.vigil.pii.settings.RedactionRules;
import io.vigil.pii.settings.TenantSettings;
import io.vigil.pii.vault.NoVault;
import io.vigil.pii.vault.Owner;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Redactor;
import io.vigil.redaction.Replacement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of the settings changes. In which languages Presidio is asked is in {@code RemoteIT}. */
class KnobsTest {

    private static final String TEXT = "Write to jan@example.pl or call +48 601 234 567, PESEL 44051401359.";
    private static final Set<String> THREE = Set.of("EMAIL_ADDRESS", "PHONE_NUMBER", "PL_PESEL");
    private static final Engines ENGINES = Engines.embedded(Catalogue.shipped(), LanguageGuess.none());

    @Test
    void findsTheTypesThatAreOn() {
        assertThat(types(THREE)).containsExactly("EMAIL_ADDRESS", "PHONE_NUMBER", "PL_PESEL");
        assertThat(types(Set.of("PL_PESEL"))).containsExactly("PL_PESEL");
    }

    @Test
    void findsNothingWhereNoTypeIsOn() {
        assertThat(types(Set.of())).isEmpty();
        assertThat(search(PiiSettings.nothing(), TEXT)).isEmpty();
    }

    @Test
    void findsWhatIsOffByDefaultOnceItIsOn() {
        assertThat(Catalogue.shipped().entries().stream().filter(entry -> !entry.enabled()))
                .extracting(entry -> entry.entity())
                .contains("URL");
        assertThat(search(PiiSettings.defaults(Set.of("URL")), "see https://example.org/a"))
                .extracting(PiiEntity::type)
                .containsExactly("URL");
    }

    @Test
    void leavesWhatIsBelowTheThresholdOfItsType() {
        assertThat(search(with(Map.of("EMAIL_ADDRESS", 0.96)), TEXT))
                .extracting(PiiEntity::type)
                .containsExactly("PHONE_NUMBER", "PL_PESEL");
        assertThat(search(with(Map.of("EMAIL_ADDRESS", 0.95)), TEXT)).hasSize(3);
    }

    /** A number that is proved and stands alone; beside a word that speaks for it, it passes. */
    @ParameterizedTest
    @CsvSource({
        "HIGH_SECURITY, 123-456-32-18, 1",
        "BALANCED, 123-456-32-18, 1",
        "HIGH_PRECISION, 123-456-32-18, 0",
        "HIGH_PRECISION, NIP 123-456-32-18, 1",
    })
    void asksForMoreWhereTheModeIsMorePrecise(DetectionMode mode, String text, int found) {
        var settings =
                new PiiSettings(Set.of("PL_NIP"), mode, Map.of(), List.of(), AllowList.none(), RedactionRules.tokens());
        assertThat(search(settings, text)).hasSize(found);
    }

    @Test
    void lowersAndRaisesEveryThresholdByTheMode() {
        assertThat(DetectionMode.HIGH_SECURITY.threshold("PERSON")).isEqualTo(0.3);
        assertThat(DetectionMode.BALANCED.threshold("PERSON")).isEqualTo(0.5);
        assertThat(DetectionMode.HIGH_PRECISION.threshold("PERSON")).isEqualTo(0.6);
        assertThat(DetectionMode.HIGH_PRECISION.threshold("PL_PESEL")).isEqualTo(0.95);
    }

    /** The defaults must not lose what the recognisers prove. */
    @Test
    void keepsEveryProvedValueInBalancedMode() {
        assertThat(Catalogue.shipped().entries()).allSatisfy(entry -> {
            boolean alone = entry.score() >= DetectionMode.BALANCED.threshold(entry.entity());
            boolean withWord = entry.score() + 0.15 >= DetectionMode.BALANCED.threshold(entry.entity());
            assertThat(alone || (withWord && entry.entity().equals("US_PASSPORT")))
                    .as(entry.entity())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"JAN@example.pl, ''", "'', .*@example\\.pl", "+48601234567, ''", "+48 (601) 234-567, ''"})
    void leavesAllowedValues(String value, String pattern) {
        var allow = new AllowList(
                value.isEmpty() ? List.of() : List.of(value), pattern.isEmpty() ? List.of() : List.of(pattern));
        var settings =
                new PiiSettings(THREE, DetectionMode.BALANCED, Map.of(), List.of(), allow, RedactionRules.tokens());
        assertThat(search(settings, TEXT)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"an@example.pl, ''", "'', example", "'', (?:a*)*b"})
    void leavesNothingThatIsOnlyPartlyAllowed(String value, String pattern) {
        var allow = new AllowList(
                value.isEmpty() ? List.of() : List.of(value), pattern.isEmpty() ? List.of() : List.of(pattern));
        var settings =
                new PiiSettings(THREE, DetectionMode.BALANCED, Map.of(), List.of(), allow, RedactionRules.tokens());
        assertThat(search(settings, TEXT)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TOKEN    |        |   | to [EMAIL], PESEL [PESEL]
            TOKEN    | <mail> |   | to <mail>, PESEL [PESEL]
            NUMBERED |        |   | to [EMAIL_1], PESEL [PESEL]
            MASK     |        | 3 | to ***********.pl, PESEL [PESEL]
            MASK     |        |   | to **************, PESEL [PESEL]
            HASH     |        |   | to [EMAIL_hash14], PESEL [PESEL]
            DROP     |        |   | to , PESEL [PESEL]
            """)
    void redactsEachTypeInItsOwnMode(
            RedactionKind mode, @Nullable String text, @Nullable Integer keepLast, String redacted) {
        var rules = new RedactionRules(
                RedactionRule.of(RedactionKind.TOKEN),
                Map.of("EMAIL_ADDRESS", new RedactionRule(mode, text, keepLast)));
        assertThat(redacted(rules, "to jan@example.pl, PESEL 44051401359")).isEqualTo(redacted);
    }

    @Test
    void redactsAllTypesInTheDefaultMode() {
        var rules = new RedactionRules(RedactionRule.of(RedactionKind.DROP), Map.of());
        assertThat(redacted(rules, "to jan@example.pl, PESEL 44051401359")).isEqualTo("to , PESEL ");
        assertThat(redacted(rules.with(RedactionKind.NUMBERED), "to jan@example.pl, PESEL 44051401359"))
                .isEqualTo("to [EMAIL_1], PESEL [PESEL_1]");
    }

    @Test
    void followsTheSettingsFromOneTextToTheNext() {
        var settings = new AtomicReference<>(new LiveConfig.Snapshot<>(PiiSettings.defaults(THREE), 1));
        var screenings = new Screenings(ENGINES, settings::get, InstantSource.system());
        Screening before = screenings.current();
        assertThat(screenings.current()).isSameAs(before);
        assertThat(before.search(TEXT, Scope.everything()).report().entities()).hasSize(3);
        settings.set(new LiveConfig.Snapshot<>(PiiSettings.defaults(Set.of("PL_PESEL")), 2));
        assertThat(screenings
                        .current()
                        .search(TEXT, Scope.everything())
                        .report()
                        .entities())
                .hasSize(1);
    }

    @Test
    void narrowsToWhatACallerWants() {
        var screening = new Screening(ENGINES, PiiSettings.defaults(THREE), InstantSource.system());
        assertThat(screening
                        .search(TEXT, new Scope(Set.of("PL_PESEL", "URL"), 0))
                        .report()
                        .types())
                .containsExactly("PL_PESEL");
        assertThat(screening.search(TEXT, new Scope(Set.of(), 0)).report().entities())
                .isEmpty();
        assertThat(screening.search(TEXT, new Scope(null, 0.99)).report().types())
                .doesNotContain("EMAIL_ADDRESS");
    }

    /** The numbers of a text depend on no language. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en,pl | My name is John Baker and I live in London, PESEL 44051401359.       | PERSON, LOCATION, PL_PESEL
            en    | My name is John Baker and I live in London, PESEL 44051401359.       | PERSON, LOCATION, PL_PESEL
            pl    | My name is John Baker and I live in London, PESEL 44051401359.       | PL_PESEL
            en    | Nazywam się Jan Kowalski i mieszkam w Gdańsku, mój PESEL 44051401359. | PL_PESEL
            pl    | Nazywam się Jan Kowalski i mieszkam w Gdańsku, mój PESEL 44051401359. | PERSON, LOCATION, PL_PESEL
            pl    | John Baker                                                           | PERSON
            ''    | John Baker, PESEL 44051401359                                        | PL_PESEL
            """)
    void looksForNamesInTheLanguagesThatAreWanted(String languages, String text, String types) {
        var settings = new PiiSettings(
                Set.of("PERSON", "LOCATION", "PL_PESEL"),
                DetectionMode.BALANCED,
                Map.of(),
                languages.isEmpty() ? List.of() : List.of(languages.split(",")),
                AllowList.none(),
                RedactionRules.tokens());
        var engines = Engines.embedded(Catalogue.shipped(), NgramLanguageGuess.load());
        assertThat(types(new Screening(engines, settings, InstantSource.system()), text))
                .isEqualTo(List.of(types.split(", ")));
    }

    @Test
    void looksForWhatATenantWantsAndForWhatIsGeneralElsewhere() {
        var acme = new TenantSettings(Set.of("PL_PESEL", "URL"), null, null, null, null, null);
        var screenings = screenings(Map.of("acme", acme));
        assertThat(types(screenings.current("acme"), TEXT + " https://example.org/a"))
                .containsExactly("PL_PESEL", "URL");
        assertThat(types(screenings.current("other"), TEXT + " https://example.org/a"))
                .containsExactly("EMAIL_ADDRESS", "PHONE_NUMBER", "PL_PESEL");
        assertThat(types(screenings.current(), TEXT)).hasSize(3);
    }

    @Test
    void looksForNothingWhereATenantWantsNothing() {
        var nothing = new TenantSettings(Set.of(), null, null, null, null, null);
        assertThat(types(screenings(Map.of("acme", nothing)).current("acme"), TEXT))
                .isEmpty();
    }

    @Test
    void hasThresholdsModeAndAllowListOfATenant() {
        var screenings = screenings(Map.of(
                "strict", new TenantSettings(null, null, Map.of("EMAIL_ADDRESS", 0.96), null, null, null),
                "precise", new TenantSettings(null, DetectionMode.HIGH_PRECISION, null, null, null, null),
                "open",
                        new TenantSettings(
                                null, null, null, null, new AllowList(List.of("jan@example.pl"), List.of()), null)));
        assertThat(types(screenings.current("strict"), TEXT)).containsExactly("PHONE_NUMBER", "PL_PESEL");
        assertThat(types(screenings.current("open"), TEXT)).containsExactly("PHONE_NUMBER", "PL_PESEL");
        assertThat(types(screenings.current("precise"), "601-234-567")).isEmpty();
        assertThat(types(screenings.current(), "601-234-567")).containsExactly("PHONE_NUMBER");
    }

    @Test
    void redactsByTheRulesOfATenant() {
        var drop = new RedactionRules(RedactionRule.of(RedactionKind.DROP), Map.of());
        var screenings = screenings(Map.of("acme", new TenantSettings(null, null, null, null, null, drop)));
        String text = "PESEL 44051401359";
        assertThat(redacted(screenings.current("acme").settings().redaction(), text))
                .isEqualTo("PESEL ");
        assertThat(redacted(screenings.current().settings().redaction(), text)).isEqualTo("PESEL [PESEL]");
    }

    @Test
    void followsTheSettingsOfATenantFromOneTextToTheNext() {
        var general = PiiSettings.defaults(THREE);
        var settings = new AtomicReference<>(new LiveConfig.Snapshot<>(general, 1));
        var screenings = new Screenings(ENGINES, settings::get, InstantSource.system());
        assertThat(types(screenings.current("acme"), TEXT)).hasSize(3);
        settings.set(new LiveConfig.Snapshot<>(
                with(general, Map.of("acme", new TenantSettings(Set.of(), null, null, null, null, null))), 2));
        assertThat(types(screenings.current("acme"), TEXT)).isEmpty();
        assertThat(types(screenings.current(), TEXT)).hasSize(3);
    }

    private static Screenings screenings(Map<String, TenantSettings> tenants) {
        var settings = new LiveConfig.Snapshot<>(with(PiiSettings.defaults(THREE), tenants), 1);
        return new Screenings(ENGINES, () -> settings, InstantSource.system());
    }

    private static PiiSettings with(PiiSettings general, Map<String, TenantSettings> tenants) {
        return new PiiSettings(
                general.entities(),
                general.mode(),
                general.thresholds(),
                general.languages(),
                general.allow(),
                general.redaction(),
                tenants);
    }

    private static List<String> types(Screening screening, String text) {
        return screening.search(text, Scope.everything()).report().types();
    }

    private static List<String> types(Set<String> on) {
        return search(PiiSettings.defaults(on), TEXT).stream()
                .map(PiiEntity::type)
                .toList();
    }

    private static PiiSettings with(Map<String, Double> thresholds) {
        return new PiiSettings(
                new TreeSet<>(THREE),
                DetectionMode.BALANCED,
                thresholds,
                List.of(),
                AllowList.none(),
                RedactionRules.tokens());
    }

    private static List<PiiEntity> search(PiiSettings settings, String text) {
        return new Screening(ENGINES, settings, InstantSource.system())
                .search(text, Scope.everything())
                .report()
                .entities();
    }

    private static String redacted(RedactionRules rules, String text) {
        var hider = new Hider(new Redactor(value -> "hash" + value.length()), new NoVault());
        var hidden = hider.hide(new Owner("", "r1"), text, search(PiiSettings.defaults(THREE), text), rules);
        return Redaction.apply(
                text,
                hidden.entities().stream()
                        .map(entity -> new Replacement(entity.span(), entity.replacement()))
                        .toList());
    }
}
