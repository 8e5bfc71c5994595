package io.vigil.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedClassifierTest {

    @Test
    void isAbsentWhereTheWorkerWasBuiltWithoutOne() throws IOException {
        assertThat(TinyClassifier.of(1, 1, "ignore").without("classifier.json").load())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"model.onnx", "ngrams.bin"})
    void refusesToStartWithoutAPartThatHasAWeight(String part) {
        var incomplete = TinyClassifier.of(1, 1, "ignore").without(part);

        assertThatThrownBy(incomplete::load).isInstanceOf(IOException.class).hasMessageContaining(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\":1 | \"format\":2 | format must be 1",
                "\"max_tokens\":16 | \"max_tokens\":4 | max_tokens",
                "\"window_overlap\":6 | \"window_overlap\":14 | window_overlap",
                "\"window_overlap\":6 | \"window_overlap\":12 | source_prefix",
                "\"threshold\":0.7 | \"threshold\":1.7 | threshold",
                "\"a\":1.0 | \"a\":-1.0 | calibration",
                "platt | isotonic | calibration.kind",
                "\"max_tokens\":16 | \"max_tokens\":\"many\" | wrong type",
                "{\"format\" | {format | wrong type"
            })
    void refusesAFileThatIsNoClassifierAndSaysWhy(String right, String wrong, String why) {
        var spec = TinyClassifier.spec(1, 1);
        assertThat(spec).contains(right);
        var broken = TinyClassifier.of(1, 1, "ignore").put("classifier.json", spec.replace(right, wrong));

        assertThatThrownBy(broken::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("classifier.json")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"slope\":2 | \"slope\":-2 | slope",
                "\"intercept\":0 | \"intercept\":9 | settle no window that could be suspicious",
                "\"below\":-4.0 | \"below\":\"all\" | wrong type"
            })
    void refusesAScreenThatCouldHideAnAttack(String right, String wrong, String why) throws IOException {
        var sound = TinyClassifier.of(1, 1, "ignore").screening(-4);
        var spec = sound.content("classifier.json");
        assertThat(spec).contains(right);

        assertThatThrownBy(sound.put("classifier.json", spec.replace(right, wrong))::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesAScreenOfAClassifierWithoutATransformer() {
        assertThatThrownBy(TinyClassifier.of(0, 1, "ignore").screening(-4)::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("screen needs");
    }

    @Test
    void readsTheNgramsAloneWithTheirOwnScale() throws IOException {
        var tiny = TinyClassifier.of(1, 1, "ignore").withNgramsAlone();

        try (var alone = Objects.requireNonNull(tiny.load(ClassifierSpec::withoutTransformer))) {
            assertThat(alone.hasModel()).isFalse();
            assertThat(alone.spec().calibration().a()).isEqualTo(1);
            assertThat(alone.spec().scale()).isEqualTo(new ScoreScale(0.27, 0.73));
        }
    }

    @Test
    void readsNoNgramsAloneWhereTheirScaleIsUnknown() throws IOException {
        assertThat(TinyClassifier.of(1, 1, "ignore").load(ClassifierSpec::withoutTransformer))
                .isNull();
    }

    @Test
    void refusesBytesThatAreNoModel() {
        var broken = TinyClassifier.of(1, 0, "ignore").put("model.onnx", "no model");

        assertThatThrownBy(broken::load).isInstanceOf(IOException.class).hasMessageContaining("onnxruntime");
    }
}
