package io.vigil.eval.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.eval.metric.Proportion;
import io.vigil.eval.sample.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final EntityNames NAMES = EntityNames.shipped();

    @Test
    void countsAPartOfTheSameEntityAsFoundButNotAsExact() {
        var figures = one(List.of(at("PERSON", 0, 10)), List.of(at("PERSON", 0, 3)));
        assertThat(figures.recall()).isEqualTo(new Proportion(1, 1));
        assertThat(figures.precision()).isEqualTo(new Proportion(1, 1));
        assertThat(figures.exactRecall()).isEqualTo(new Proportion(0, 1));
        assertThat(figures.exactPrecision()).isEqualTo(new Proportion(0, 1));
    }

    @Test
    void countsNeighboursThatOnlyTouchAsMissed() {
        var figures = one(List.of(at("PERSON", 0, 3)), List.of(at("PERSON", 3, 6)));
        assertThat(figures.recall()).isEqualTo(new Proportion(0, 1));
        assertThat(figures.precision()).isEqualTo(new Proportion(0, 1));
    }

    @Test
    void countsEachOfTwoPartsOfOneNameAsRight() {
        var figures = one(List.of(at("PERSON", 0, 10)), List.of(at("PERSON", 0, 4), at("PERSON", 5, 10)));
        assertThat(figures.recall()).isEqualTo(new Proportion(1, 1));
        assertThat(figures.precision()).isEqualTo(new Proportion(2, 2));
    }

    @Test
    void takesAnotherEntityAtThePlaceForWrong() {
        var agreement = agreement(List.of(at("PHONE_NUMBER", 0, 9)), List.of(at("PL_NIP", 0, 9)));
        assertThat(of(agreement, "PHONE_NUMBER").recall()).isEqualTo(new Proportion(0, 1));
        assertThat(of(agreement, "PL_NIP").precision()).isEqualTo(new Proportion(0, 1));
    }

    @Test
    void doesNotJudgeWhatTheFileNeverAnnotates() {
        var agreement = agreement(List.of(at("PERSON", 0, 4)), List.of(at("URL", 10, 20)));
        assertThat(of(agreement, "URL").precision()).isEqualTo(new Proportion(0, 0));
        assertThat(of(agreement, "URL").notJudged()).isEqualTo(1);
    }

    @Test
    void judgesWhatAnotherTextOfTheFileAnnotates() {
        var agreement = Agreement.of(
                "set",
                List.of(
                        compared(List.of(at("URL", 0, 4)), List.of(at("URL", 0, 4))),
                        compared(List.of(), List.of(at("URL", 5, 9)))));
        assertThat(of(agreement, "URL").precision()).isEqualTo(new Proportion(1, 2));
    }

    @Test
    void letsAPlaceAnswerForTheAddressAroundIt() {
        var agreement = agreement(List.of(at("ADDRESS", 0, 30)), List.of(at("LOCATION", 20, 30)));
        assertThat(of(agreement, "ADDRESS").recall()).isEqualTo(new Proportion(1, 1));
        assertThat(of(agreement, "LOCATION").precision()).isEqualTo(new Proportion(1, 1));
    }

    @Test
    void leavesOutWhatTheCatalogueDoesNotHave() {
        var agreement = agreement(List.of(at("AGE", 0, 2), at("PERSON", 5, 9)), List.of(at("PERSON", 5, 9)));
        assertThat(agreement.outOfScope()).isEqualTo(Map.of("AGE", 1));
        assertThat(agreement.all().recall()).isEqualTo(new Proportion(1, 1));
    }

    @Test
    void countsRecallTwiceInF2() {
        var agreement = Agreement.of(
                "set",
                List.of(
                        compared(List.of(at("PERSON", 0, 4)), List.of(at("PERSON", 0, 4))),
                        compared(List.of(at("PERSON", 0, 4)), List.of()),
                        compared(List.of(), List.of())));
        assertThat(agreement.all().f2().orElseThrow()).isCloseTo(5 * 1 * 0.5 / (4 * 1 + 0.5), within(1e-12));
    }

    @Test
    void isWorthNothingWhereNothingWasFound() {
        assertThat(one(List.of(at("PERSON", 0, 4)), List.of()).f2()).hasValue(0);
    }

    private static EntityFigures one(List<Annotation> annotated, List<Annotation> found) {
        var entities = agreement(annotated, found).entities();
        assertThat(entities).hasSize(1);
        return entities.getFirst();
    }

    private static EntityFigures of(Agreement agreement, String entity) {
        return agreement.entities().stream()
                .filter(figures -> figures.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    private static Agreement agreement(List<Annotation> annotated, List<Annotation> found) {
        return Agreement.of("set", List.of(compared(annotated, found)));
    }

    private static Comparison compared(List<Annotation> annotated, List<Annotation> found) {
        return new Comparison(new AnnotatedText(new Sample.Place("set", 1), "x".repeat(40), annotated), found, NAMES);
    }

    private static Annotation at(String entity, int start, int end) {
        return new Annotation(entity, start, end);
    }
}
