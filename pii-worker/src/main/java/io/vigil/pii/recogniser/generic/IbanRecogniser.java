package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.PaymentNumbers;
import io.vigil.pii.recogniser.ContextWords;
import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.Shape;
import io.vigil.pii.shadow.Anchor;
import java.util.List;

/** International bank account number, and the Polish account number that lacks the country; checksum and national forms as in {@link PaymentNumbers#iban}. */
public final class IbanRecogniser implements Recogniser {

    private static final String POLAND = "PL";

    private static final List<Shape> SHAPES = List.of(
            Shape.around(Anchor.ACCOUNT, 6, "[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]){11,30}"),
            Shape.certain(26, "\\d{2}(?: \\d{4}){6}"),
            Shape.ambiguous(26, "\\d{26}"));

    private static final ContextWords CONTEXT = ContextWords.within(50, 20)
            .in("en", "iban", "bank", "account", "transfer", "wire")
            .in("pl", "iban", "nrb", "bank*", "kont*", "rachun*", "przelew*", "przelac");

    @Override
    public String entity() {
        return "IBAN_CODE";
    }

    @Override
    public List<Shape> shapes() {
        return SHAPES;
    }

    @Override
    public ContextWords context() {
        return CONTEXT;
    }

    @Override
    public Checksum check(String match) {
        String compact = compact(match);
        return PaymentNumbers.iban(Character.isDigit(compact.charAt(0)) ? POLAND + compact : compact);
    }

    @Override
    public int extent(String match) {
        if (Character.isDigit(match.charAt(0))) {
            return match.length();
        }
        int wanted = PaymentNumbers.ibanLength(match.substring(0, 2));
        int i = 0;
        if (wanted == 0) {
            while (i < match.length() && Character.isLetterOrDigit(match.charAt(i))) {
                i++;
            }
            return i;
        }
        for (int taken = 0; i < match.length() && taken < wanted; i++) {
            taken += Character.isLetterOrDigit(match.charAt(i)) ? 1 : 0;
        }
        return i;
    }

    private static String compact(String match) {
        return match.replace(" ", "").replace("-", "");
    }
}
