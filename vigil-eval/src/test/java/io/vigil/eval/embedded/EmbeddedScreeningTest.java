package io.vigil.eval.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.eval.annotation.AnnotatedText;
import io.vigil.eval.annotation.Annotation;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedScreeningTest {

    @Test
    void saysWhereSomethingIsInCodePoints() throws NoDecisionException, InterruptedException {
        try (var screening = new EmbeddedScreening()) {
            var text = new AnnotatedText(new Sample.Place("set", 1), "🙂🙂 write to ada@example.org", List.of());
            assertThat(screening.find(text)).containsExactly(new Annotation("EMAIL_ADDRESS", 12, 27));
        }
    }

    @Test
    void looksForWhatIsOffByDefaultToo() throws NoDecisionException, InterruptedException {
        try (var screening = new EmbeddedScreening()) {
            var text = new AnnotatedText(new Sample.Place("set", 1), "see https://example.org/a", List.of());
            assertThat(screening.find(text)).containsExactly(new Annotation("URL", 4, 25));
        }
    }
}
