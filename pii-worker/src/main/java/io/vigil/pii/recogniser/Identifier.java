package io.vigil.pii.recogniser;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Compact;
import io.vigil.pii.checksum.Digits;
import io.vigil.pii.recogniser.context.ContextWords;
import io.vigil.pii.recogniser.form.Form;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of personal data that is written in a few forms of bounded length: a declaration, nothing else.
 *
 * @param entry the line of the catalogue
 * @param forms the ways of writing it
 * @param proof what the inside of a value in one of the forms says about it
 * @param context the words that people put beside it
 * @param witness what the text beside a value says about what the value says
 */
public record Identifier(
        CatalogueEntry entry, List<Form> forms, Function<String, Checksum> proof, ContextWords context, Witness witness)
        implements Recogniser {

    private static final int LEFT = 50;
    private static final int RIGHT = 20;

    public Identifier {
        forms = List.copyOf(forms);
    }

    /** Begins a declaration. Without proof every value is unknown and needs context words. */
    public static Identifier of(CatalogueEntry entry) {
        return new Identifier(
                entry, List.of(), text -> Checksum.UNKNOWN, ContextWords.within(LEFT, RIGHT), Witness.NONE);
    }

    /** With ways of writing that need no context words where the checksum is valid. */
    public Identifier certain(String... expressions) {
        return with(Stream.of(expressions).map(Form::certain));
    }

    /** With ways of writing that look like other things too. */
    public Identifier ambiguous(String... expressions) {
        return with(Stream.of(expressions).map(Form::ambiguous));
    }

    /** With ways of writing in which capital and small letters differ. */
    public Identifier exact(String... expressions) {
        return with(Stream.of(expressions).map(Form::exact));
    }

    /** With ways of writing in which capital and small letters differ, and that look like other things too. */
    public Identifier ambiguousExact(String... expressions) {
        return with(Stream.of(expressions).map(expression -> new Form(expression, false, true)));
    }

    /** With a checksum over the digits. */
    public Identifier digits(Function<String, Checksum> checksum) {
        return text(value -> checksum.apply(Digits.of(value)));
    }

    /** With a checksum over the letters and digits, in capitals. */
    public Identifier compact(Function<String, Checksum> checksum) {
        return text(value -> checksum.apply(Compact.of(value)));
    }

    /** With a proof over the value as it is written. */
    public Identifier text(Function<String, Checksum> checksum) {
        return new Identifier(entry, forms, checksum, context, witness);
    }

    /** With a comparison of a value with the text beside it. */
    public Identifier beside(Witness comparison) {
        return new Identifier(entry, forms, proof, context, comparison);
    }

    /** With other distances for context words than 50 characters before and 20 behind; before any words. */
    public Identifier within(int left, int right) {
        return new Identifier(entry, forms, proof, ContextWords.within(left, right), witness);
    }

    /** With words in favour, of one language by its ISO 639-1 code. */
    public Identifier in(String language, String... words) {
        return new Identifier(entry, forms, proof, context.in(language, words), witness);
    }

    /** With words that speak for something else. */
    public Identifier against(String... words) {
        return new Identifier(entry, forms, proof, context.against(words), witness);
    }

    private Identifier with(Stream<Form> more) {
        return new Identifier(entry, Stream.concat(forms.stream(), more).toList(), proof, context, witness);
    }
}
