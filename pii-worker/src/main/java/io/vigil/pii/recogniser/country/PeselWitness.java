package io.vigil.pii.recogniser.country;

import io.vigil.pii.checksum.Digits;
import io.vigil.pii.checksum.PolishNumbers;
import io.vigil.pii.checksum.WrittenDate;
import io.vigil.pii.shadow.Letters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PESEL says when its owner was born and of which sex. Where the text near by says so too, agreement adds to the score and
 * contradiction takes from it. Either alone moves it by little: the text may speak of somebody else.
 */
final class PeselWitness {

    private static final double STEP = 0.05;
    private static final int BEFORE = 70;
    private static final int BEHIND = 50;

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})[./ -]{1,2}(\\d{1,2}|[a-z]{3,12})[./ -]{1,2}(\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})(?!\\d)");
    /** Words for birth, directly before a date. */
    private static final Pattern BORN = Pattern.compile("(?:\\bur\\.?|urodz[a-z]*|\\bborn|birth|\\bdob)[^0-9]{0,20}$");

    private static final Pattern FEMALE = Pattern.compile("\\b(?:kobiet[a-z]*|zensk[a-z]*|female|woman)\\b");
    private static final Pattern MALE = Pattern.compile("\\b(?:mezczyzn[a-z]*|mesk[a-z]*|male|man)\\b");

    private PeselWitness() {}

    /** Compares; see {@link io.vigil.pii.recogniser.Witness}. */
    static double weigh(String text, int start, int end) {
        String pesel = Digits.of(text.substring(start, end));
        LocalDate born = PolishNumbers.birthDate(pesel);
        String before = new String(Letters.folded(text.substring(Math.max(0, start - BEFORE), start)));
        String behind = new String(Letters.folded(text.substring(end, Math.min(text.length(), end + BEHIND))));
        return STEP
                * (sex(before, behind, PolishNumbers.isMale(pesel))
                        + strongest(
                                date(before, DAY_FIRST, true, born),
                                date(before, YEAR_FIRST, false, born),
                                date(behind, DAY_FIRST, true, born),
                                date(behind, YEAR_FIRST, false, born)));
    }

    /** One date that agrees outweighs others that do not: a text has other dates too. */
    private static int strongest(int... said) {
        int strongest = 0;
        for (int one : said) {
            strongest = strongest > 0 || one == 0 ? strongest : one;
        }
        return strongest;
    }

    private static int sex(String before, String behind, boolean male) {
        boolean saysMale = MALE.matcher(before).find() || MALE.matcher(behind).find();
        boolean saysFemale =
                FEMALE.matcher(before).find() || FEMALE.matcher(behind).find();
        return saysMale == saysFemale ? 0 : saysMale == male ? 1 : -1;
    }

    /** 1 where some date is that of the birth, -1 where only others are said to be, 0 where nothing is said. */
    private static int date(String part, Pattern written, boolean dayFirst, LocalDate born) {
        int said = 0;
        Matcher matcher = written.matcher(part);
        while (matcher.find()) {
            LocalDate date = date(matcher, dayFirst);
            if (born.equals(date)) {
                return 1;
            }
            if (date != null && BORN.matcher(part.substring(0, matcher.start())).find()) {
                said = -1;
            }
        }
        return said;
    }

    private static @Nullable LocalDate date(Matcher matcher, boolean dayFirst) {
        String middle = matcher.group(2);
        boolean named = Character.isLetter(middle.charAt(0));
        int month = named ? WrittenDate.month(middle) : Integer.parseInt(middle);
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(3));
        try {
            return dayFirst ? LocalDate.of(last, month, first) : LocalDate.of(first, month, last);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
