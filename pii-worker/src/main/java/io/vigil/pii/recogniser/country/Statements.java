package io.vigil.pii.recogniser.country;

import io.vigil.pii.checksum.WrittenDate;
import io.vigil.pii.shadow.Letters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a short part of a text says of somebody's sex and birth, in Polish or English. Takes one pass. */
final class Statements {

    /** How far behind a word for birth its date may begin. */
    private static final int BIRTH_REACH = 20;

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();
    private boolean male;
    private boolean female;
    private boolean birth;

    Statements(String text) {
        this.text = new String(Letters.folded(text));
        cut();
        read();
    }

    /** A run of letters, or of digits. */
    private record Part(String value, int start, int end) {

        boolean isNumber() {
            return value.charAt(0) >= '0' && value.charAt(0) <= '9';
        }

        int number() {
            return isNumber() && value.length() <= 4 ? Integer.parseInt(value) : 0;
        }

        boolean isYear() {
            return isNumber() && value.length() == 4;
        }

        boolean isDay() {
            return isNumber() && value.length() <= 2;
        }

        int month() {
            return isDay() ? number() : WrittenDate.month(value);
        }
    }

    boolean saysMale() {
        return male;
    }

    boolean saysFemale() {
        return female;
    }

    /** Whether it has a date that it says to be somebody's birth. */
    boolean saysBirth() {
        return birth;
    }

    boolean hasDates() {
        return !dates.isEmpty();
    }

    boolean has(LocalDate date) {
        return dates.contains(date);
    }

    private void cut() {
        for (int i = 0; i < text.length(); ) {
            int start = i;
            int kind = kind(text.charAt(i));
            while (i < text.length() && kind(text.charAt(i)) == kind) {
                i++;
            }
            if (kind > 0) {
                parts.add(new Part(text.substring(start, i), start, i));
            }
        }
    }

    private static int kind(char c) {
        return c >= '0' && c <= '9' ? 1 : Character.isLetter(c) ? 2 : 0;
    }

    private void read() {
        int announced = -1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!part.isNumber()) {
                male |= isMale(part.value());
                female |= isFemale(part.value());
                announced = isBirth(part.value()) ? part.end() + BIRTH_REACH : announced;
                continue;
            }
            LocalDate date = date(i);
            if (date != null) {
                dates.add(date);
                birth |= part.start() <= announced;
            }
            announced = -1;
        }
    }

    /** The date that begins at a number. */
    private @Nullable LocalDate date(int first) {
        if (first + 2 >= parts.size() || !touches(first + 1) || !touches(first + 2)) {
            return null;
        }
        Part one = parts.get(first);
        Part two = parts.get(first + 1);
        Part three = parts.get(first + 2);
        boolean dayFirst = one.isDay() && three.isYear();
        boolean yearFirst = one.isYear() && three.isDay();
        if (!dayFirst && !yearFirst) {
            return null;
        }
        try {
            return LocalDate.of((dayFirst ? three : one).number(), two.month(), (dayFirst ? one : three).number());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a part follows the one before it as in a date. */
    private boolean touches(int index) {
        int gap = parts.get(index).start() - parts.get(index - 1).end();
        return gap > 0 && gap <= 2;
    }

    private static boolean isMale(String word) {
        return word.startsWith("mezczyzn") || word.startsWith("mesk") || word.equals("male") || word.equals("man");
    }

    private static boolean isFemale(String word) {
        return word.startsWith("kobiet") || word.startsWith("zensk") || word.equals("female") || word.equals("woman");
    }

    private static boolean isBirth(String word) {
        return word.startsWith("urodz")
                || word.equals("ur")
                || word.equals("born")
                || word.equals("birth")
                || word.equals("dob");
    }
}
