package io.vigil.pii.checksum;

import java.util.Random;
import java.util.function.Function;

/**
 * A way of proving numbers, and how to make one that is proved.
 *
 * @param name for reports
 * @param template {@code 9} for a digit, everything else for itself
 * @param check the checksum
 * @param first first place that the scheme protects
 * @param last place behind the last one that the scheme protects
 * @param transpositions whether two digits that change places are always seen
 */
record Scheme(
        String name, String template, Function<String, Checksum> check, int first, int last, boolean transpositions) {

    /** Protects every digit. */
    static Scheme of(String name, String template, Function<String, Checksum> check, boolean transpositions) {
        return new Scheme(name, template, check, 0, template.length(), transpositions);
    }

    /** A number that the checksum proves: made up, with the check found by trying. */
    String proved(Random random) {
        for (int attempt = 0; attempt < 100_000; attempt++) {
            String value = filled(random);
            if (check.apply(value) == Checksum.VALID) {
                return value;
            }
        }
        throw new AssertionError("nothing proves a " + name);
    }

    private String filled(Random random) {
        var value = new StringBuilder(template.length());
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            value.append(
                    switch (c) {
                        case '9' -> (char) ('0' + random.nextInt(10));
                        default -> c;
                    });
        }
        return value.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
