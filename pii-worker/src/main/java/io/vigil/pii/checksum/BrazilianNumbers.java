package io.vigil.pii.checksum;

/** Numbers of Brazil. */
public final class BrazilianNumbers {

    private BrazilianNumbers() {}

    /** CPF of eleven plain digits: two check digits modulo 11. Receita Federal, IN RFB 1548/2015. */
    public static Checksum cpf(String digits) {
        return Checksum.holds(digits.length() == 11
                && !Digits.allEqual(digits)
                && check(digits, 9) == Digits.at(digits, 9)
                && check(digits, 10) == Digits.at(digits, 10));
    }

    private static int check(String digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Digits.at(digits, i) * (count + 1 - i);
        }
        return sum * 10 % 11 % 10;
    }
}
