package io.vigil.detection.canonical.unicode;

import java.util.HashMap;
import java.util.Map;

/**
 * Letters that readers take for Latin ones although neither compatibility forms nor the prototypes of UTS #39 lead
 * there: Cyrillic and Greek look-alikes, small capitals, letters in boxes and of the syllabaries that generators of
 * decorated text use.
 */
final class Alphabets {

    private static final String PAIRS =
            "\u043ak\u043cm\u0442t\u0432b\u043dh\u043fn\u0433r\u0438n\u044fr\u03b1a\u03b5e\u03b7n"
                    + "\u03bak\u03c4t\u03c5u\u03c9w\u03c1p\u03c7x\u03b2b\u03b9i\u03bdv\u03bcu\u0261g\u0269i\u028fy\u0280r\u029fl\u029ch\u0274n\u0262g"
                    + "\u0299b\u1d00a\u1d04c\u1d05d\u1d07e\ua730f\u026ai\u1d0aj\u1d0bk\u1d0dm\u1d0fo\u1d18p\u01ebq\ua731s\u1d1bt\u1d1cu\u1d20v"
                    + "\u1d21w\u1d22z\u15e9A\u15f7B\u1455C\u15eaD\u15b4F\u157cH\u148dJ\u14aaL\u15f0M\u144eN\u146dP\u146bQ\u1587R\u1515S"
                    + "\u144cU\u142fV\u166dX\u13a5i\u13aak\u13b7m\u13a0d";

    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            LETTERS.put((int) PAIRS.charAt(i), PAIRS.substring(i + 1, i + 2));
        }
        alphabet(0x249C, 'a');
        alphabet(0x1F110, 'A');
        alphabet(0x1F130, 'A');
        alphabet(0x1F150, 'A');
        alphabet(0x1F170, 'A');
        alphabet(0x1F1E6, 'A');
    }

    private Alphabets() {}

    private static void alphabet(int from, char first) {
        for (int i = 0; i < 26; i++) {
            LETTERS.put(from + i, Character.toString(first + i));
        }
    }

    /** The Latin letter, or an empty string where none is listed. */
    static String letter(int cp) {
        return LETTERS.getOrDefault(cp, "");
    }
}
