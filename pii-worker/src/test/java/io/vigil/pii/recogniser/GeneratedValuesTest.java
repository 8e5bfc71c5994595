package io.vigil.pii.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.Found;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid numbers of every kind are found; with one digit changed they are not. */
class GeneratedValuesTest {

    private static final int ROUNDS = 400;

    @ParameterizedTest
    @MethodSource("kinds")
    void findsValidNumbers(Kind kind) {
        var random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            String text = kind.label + " " + kind.valid.apply(random) + ".";
            assertThat(Found.redacted(text)).as(text).isEqualTo(kind.label + " " + kind.token + ".");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void doesNotTakeANumberWithOneDigitChangedForThatKind(Kind kind) {
        var random = new Random(11);
        int missed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var value = new StringBuilder(kind.valid.apply(random));
            int at = value.length() - 1 - random.nextInt(6);
            int digit = value.charAt(at) - '0';
            value.setCharAt(at, (char) ('0' + (digit + 1 + random.nextInt(9)) % 10));
            missed += Found.redacted(kind.label + " " + value + ".").contains(kind.token) ? 0 : 1;
        }
        assertThat(missed).isGreaterThanOrEqualTo((int) (ROUNDS * kind.detects));
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("PESEL", "[PESEL]", 1, random -> {
                    var date = LocalDate.of(1800, 1, 1).plusDays(random.nextInt(365 * 300));
                    int century = Math.floorMod(date.getYear() / 100 - 19, 5);
                    String stem = "%02d%02d%02d%04d"
                            .formatted(
                                    date.getYear() % 100,
                                    date.getMonthValue() + century * 20,
                                    date.getDayOfMonth(),
                                    random.nextInt(10_000));
                    return stem + (10 - sum(stem, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
                }),
                new Kind("NIP", "[NIP]", 1, random -> {
                    while (true) {
                        String stem = digits(random, 9);
                        int check = sum(stem, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11;
                        if (check < 10) {
                            return stem + check;
                        }
                    }
                }),
                // The control digit 0 stands for two remainders, so a few single changes go unnoticed.
                new Kind("REGON", "[REGON]", 0.95, random -> {
                    String stem = digits(random, 8);
                    return stem + sum(stem, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10;
                }),
                new Kind("karta", "[CARD]", 1, random -> {
                    String stem = "4" + digits(random, 14);
                    return stem + (10 - sum(stem, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2) % 10) % 10;
                }),
                new Kind("konto", "[IBAN]", 1, random -> {
                    String account = digits(random, 24);
                    int rest = new BigInteger(account + "252100")
                            .mod(BigInteger.valueOf(97))
                            .intValue();
                    return "PL%02d%s".formatted(98 - rest, account);
                }));
    }

    record Kind(String label, String token, double detects, Function<Random, String> valid) {}

    private static String digits(Random random, int count) {
        var digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** Weighted sum; of a product of two digits, both count (as Luhn wants) where the weights are 1 and 2. */
    private static int sum(String digits, int... weights) {
        boolean luhn = weights[0] == 2 && weights[1] == 1;
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = (digits.charAt(i) - '0') * weights[i];
            sum += luhn ? product / 10 + product % 10 : product;
        }
        return sum;
    }
}
