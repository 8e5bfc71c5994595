package io.vigil.pii.checksum;

import java.time.YearMonth;

/** Days that exist, for numbers that carry a date of birth. */
final class Calendar {

    private Calendar() {}

    /** Whether a day is in the calendar. */
    static boolean has(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** Whether a day is in the calendar of 1900 to 1999 or of 2000 to 2099. */
    static boolean hasInSomeCentury(int yearOfCentury, int month, int day) {
        return has(1900 + yearOfCentury, month, day) || has(2000 + yearOfCentury, month, day);
    }
}
