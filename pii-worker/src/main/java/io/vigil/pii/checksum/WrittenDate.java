package io.vigil.pii.checksum;

import io.vigil.pii.shadow.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A date as people write it: day first, month first or year first, in digits or with an English or Polish month. */
public final class WrittenDate {

    private static final String[][] MONTHS = {
        {"january", "jan", "stycznia"},
        {"february", "feb", "lutego"},
        {"march", "mar", "marca"},
        {"april", "apr", "kwietnia"},
        {"may", "maja"},
        {"june", "jun", "czerwca"},
        {"july", "jul", "lipca"},
        {"august", "aug", "sierpnia"},
        {"september", "sept", "sep", "wrzesnia"},
        {"october", "oct", "pazdziernika"},
        {"november", "nov", "listopada"},
        {"december", "dec", "grudnia"}
    };

    private static final Map<String, Integer> NUMBERS = numbers();
    /** Of a person alive. */
    private static final int FIRST_YEAR = 1890;

    private static final int LAST_YEAR = 2030;

    private WrittenDate() {}

    /** Names of months, in small letters without marks. */
    public static Set<String> monthNames() {
        return NUMBERS.keySet();
    }

    /** Whether a text of three parts, with anything between them, is a day in the calendar on which a living person may be born. */
    public static Checksum check(String text) {
        var numbers = new ArrayList<Integer>(3);
        int month = 0;
        int digits = 0;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            char c = text.charAt(i);
            while (i < text.length()
                    && Character.isLetter(c) == Character.isLetter(text.charAt(i))
                    && Character.isDigit(c) == Character.isDigit(text.charAt(i))) {
                i++;
            }
            if (Character.isDigit(c)) {
                numbers.add(Integer.parseInt(text, start, i, 10));
                digits = Math.max(digits, i - start);
            } else if (Character.isLetter(c)) {
                month = Math.max(month, month(text, start, i));
            }
        }
        return Checksum.holds(month > 0 ? named(numbers, month) : numbered(numbers, digits));
    }

    /** Number of a month by its name in small letters without marks, 1 to 12; 0 where it is no month. */
    public static int month(String name) {
        return NUMBERS.getOrDefault(name, 0);
    }

    private static boolean named(List<Integer> numbers, int month) {
        return numbers.size() == 2 && isBirthday(numbers.get(1), month, numbers.get(0));
    }

    private static boolean numbered(List<Integer> numbers, int digits) {
        if (numbers.size() != 3) {
            return false;
        }
        int first = numbers.get(0);
        int second = numbers.get(1);
        int third = numbers.get(2);
        if (digits < 4) {
            return isBirthday(1900 + third, second, first) || isBirthday(1900 + third, first, second);
        }
        return isBirthday(first, second, third) || isBirthday(third, second, first) || isBirthday(third, first, second);
    }

    private static boolean isBirthday(int year, int month, int day) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && Calendar.has(year, month, day);
    }

    private static int month(String text, int start, int end) {
        var name = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            name.append(Letters.fold(text.charAt(i)));
        }
        return NUMBERS.getOrDefault(name.toString(), 0);
    }

    private static Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        for (int month = 0; month < MONTHS.length; month++) {
            for (String name : MONTHS[month]) {
                numbers.put(name, month + 1);
            }
        }
        return numbers;
    }
}
