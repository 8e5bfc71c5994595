package io.vigil.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.Span;
import io.vigil.redaction.Restorer.Format;
import io.vigil.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Redacting and restoring, over texts made of values, brackets, pieces of tokens and anything else. */
class RestoringPropertiesTest {

    private static final Redactor REDACTOR = new Redactor(identity -> Integer.toHexString(identity.hashCode()));
    private static final List<String> BESIDE = List.of(
            "[",
            "]",
            "[EMAIL_1",
            "[EMAIL_1_T0]",
            "_1",
            "_T0]",
            "[[",
            "]]",
            "\"",
            "\\",
            "\n",
            " ",
            "\uD83D\uDE00",
            "łó");

    /** A text whose odd parts are values. */
    record Sample(List<String> parts, List<RedactionMode> modes) {

        String text() {
            return String.join("", parts);
        }

        List<Sensitive> values() {
            var values = new ArrayList<Sensitive>();
            int start = 0;
            for (int i = 0; i < parts.size(); i++) {
                int end = start + parts.get(i).length();
                if (i % 2 == 1) {
                    values.add(new Sensitive(new Span(start, end), modes.get(i / 2 % modes.size())));
                }
                start = end;
            }
            return values;
        }
    }

    @Provide
    Arbitrary<Sample> reversible() {
        return samples(Arbitraries.just(new RedactionMode.Reversible("EMAIL")));
    }

    @Provide
    Arbitrary<Sample> hiding() {
        return samples(Arbitraries.of(
                new RedactionMode.Reversible("EMAIL"),
                new RedactionMode.Token("[EMAIL]"),
                new RedactionMode.Numbered("EMAIL"),
                new RedactionMode.Hash("EMAIL"),
                new RedactionMode.Mask(0),
                new RedactionMode.Drop()));
    }

    private static Arbitrary<Sample> samples(Arbitrary<RedactionMode> modes) {
        Arbitrary<String> beside = Arbitraries.of(BESIDE).list().ofMaxSize(4).map(parts -> String.join("", parts));
        // Letters that nothing else in a sample has, so that a value left in sight is found.
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("\u4E00\u4E01\u4E02\u4E03\"\\\n[]")
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(inner -> "\u4E10" + inner + "\u4E10");
        Arbitrary<List<String>> parts = Combinators.combine(beside, value)
                .as(List::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(pairs -> pairs.stream().flatMap(List::stream).toList());
        return Combinators.combine(parts, beside, modes.list().ofMinSize(1).ofMaxSize(6))
                .as((all, last, chosen) -> {
                    var whole = new ArrayList<>(all);
                    whole.add(last);
                    return new Sample(whole, chosen);
                });
    }

    private static Redacted redacted(Sample sample) {
        return REDACTOR.redact(sample.text(), sample.values(), attempt -> "T" + attempt);
    }

    private static String hidden(Sample sample) {
        return Redaction.apply(sample.text(), redacted(sample).replacements());
    }

    @Property
    void restoringGivesTheTextBack(@ForAll("reversible") Sample sample) {
        assertThat(new Restorer(redacted(sample).originals(), Format.TEXT).restore(hidden(sample)))
                .isEqualTo(sample.text());
    }

    @Property
    void restoringInAJsonDocumentGivesTheTextBack(@ForAll("reversible") Sample sample) {
        String document = Json.mapper().writeValueAsString(Map.of("answer", List.of(hidden(sample))));
        String restored = new Restorer(redacted(sample).originals(), Format.JSON).restore(document);
        assertThat(Json.mapper().readTree(restored).path("answer").path(0).asString())
                .isEqualTo(sample.text());
    }

    @Property
    void restoringPieceByPieceGivesTheTextBack(@ForAll("reversible") Sample sample, @ForAll List<Integer> sizes) {
        String hidden = hidden(sample);
        var stream = new RestoringStream(new Restorer(redacted(sample).originals(), Format.TEXT));
        var restored = new StringBuilder();
        int start = 0;
        for (int i = 0; start < hidden.length(); i++) {
            int size = sizes.isEmpty() ? 1 : 1 + Math.floorMod(sizes.get(i % sizes.size()), 7);
            int end = Math.min(hidden.length(), start + size);
            restored.append(stream.push(hidden.substring(start, end)));
            start = end;
        }
        assertThat(restored.append(stream.finish()).toString()).isEqualTo(sample.text());
    }

    @Property
    void leavesNothingOfAnyValueInSight(@ForAll("hiding") Sample sample) {
        assertThat(hidden(sample).chars()).noneMatch(c -> c >= 0x4E00 && c <= 0x4E10);
    }

    @Property
    void doneTwiceGivesTheSame(@ForAll("hiding") Sample sample) {
        assertThat(redacted(sample)).isEqualTo(redacted(sample));
    }

    @Property
    void holdsBackNoMoreThanAnUnfinishedToken(@ForAll("reversible") Sample sample) {
        var restorer = new Restorer(redacted(sample).originals(), Format.TEXT);
        String hidden = hidden(sample);
        for (int end = 0; end <= hidden.length(); end++) {
            var piece = restorer.restore(hidden.substring(0, end), true);
            assertThat(piece.rest().length()).isLessThan(20);
            assertThat(piece.rest())
                    .satisfiesAnyOf(
                            rest -> assertThat(rest).isEmpty(),
                            rest -> assertThat(rest).startsWith("["));
        }
    }
}
