package io.vigil.pii.recogniser.name;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The cases of Polish names. Rules by the ending of the nominative, generous: a form too many does no harm, because it
 * only counts where a name may stand. Source: Wielki słownik ortograficzny PWN, rules 243 to 257.
 */
final class Declension {

    private static final int SHORTEST = 3;
    private static final String HARDENED = "cjlż";
    private static final String VOWELS = "aeiouyąęó";

    private Declension() {}

    /** The singular and the common plural forms of a name in small letters, its nominative among them. */
    static Set<String> forms(String name) {
        var forms = new LinkedHashSet<String>();
        forms.add(name);
        if (name.length() < SHORTEST) {
            return forms;
        }
        String stem = name.substring(0, name.length() - 1);
        if (adjective(name)) {
            adjectival(forms, stem);
        } else if (name.endsWith("ia")) {
            add(forms, stem, "", "ę", "ą", "o", "u", "i");
        } else if (name.endsWith("ja") || name.endsWith("la")) {
            add(forms, stem, "i", "ę", "ą", "o", "u");
            add(forms, name.substring(0, name.length() - 2), "i");
        } else if (name.endsWith("a") || name.endsWith("o")) {
            feminine(forms, stem);
        } else if (name.endsWith("y")) {
            add(forms, stem, "ego", "emu", "ym");
        } else if (name.endsWith("i")) {
            add(forms, name, "ego", "emu", "m");
        } else if (VOWELS.indexOf(name.charAt(name.length() - 1)) < 0) {
            masculine(forms, name);
        }
        return forms;
    }

    /** The forms of a town: those of a name, and those of plural towns. */
    static Set<String> townForms(String town) {
        Set<String> forms = forms(town);
        if (town.length() < SHORTEST) {
            return forms;
        }
        String stem = town.substring(0, town.length() - 1);
        if (town.endsWith("ice") || town.endsWith("yce") || town.endsWith("ce")) {
            add(forms, stem, "", "om", "ach", "ami");
        } else if (town.endsWith("y") || town.endsWith("i")) {
            add(forms, stem, "", "ów", "om", "ach", "ami");
        } else if (town.endsWith("o")) {
            add(forms, stem, "a", "u", "em");
            add(forms, soft(stem), "e");
        } else if (town.endsWith("e")) {
            add(forms, stem, "ego", "emu", "em", "a", "u");
        } else if (town.endsWith("ź") || town.endsWith("ść") || town.endsWith("cz") || town.endsWith("ń")) {
            add(forms, softened(opened(town)), "", "ą", "i", "ią", "y");
        }
        return forms;
    }

    private static boolean adjective(String name) {
        return name.endsWith("ski") || name.endsWith("cki") || name.endsWith("dzki");
    }

    /** The forms of a name like {@code Zawadzki}, of men, women and families. */
    private static void adjectival(Set<String> forms, String stem) {
        add(forms, stem, "iego", "iemu", "im", "a", "iej", "ą", "ich", "imi", "ie");
        forms.add(stem.substring(0, stem.length() - 1) + "cy");
    }

    private static void add(Set<String> forms, String stem, String... endings) {
        for (String ending : endings) {
            forms.add(stem + ending);
        }
    }

    private static void feminine(Set<String> forms, String stem) {
        char last = stem.charAt(stem.length() - 1);
        add(forms, stem, "ę", "ą", "o", "u", last == 'k' || last == 'g' || last == 'l' ? "i" : "y", "ów", "om");
        add(forms, soft(stem), HARDENED.indexOf(last) >= 0 || stem.endsWith("z") ? "y" : "e");
    }

    private static void masculine(Set<String> forms, String name) {
        oblique(forms, name);
        int end = name.length() - 1;
        char last = name.charAt(end);
        if (name.endsWith("iec")) {
            String head = name.substring(0, end - 2);
            oblique(forms, head + "c");
            if (head.endsWith("n")) {
                oblique(forms, head.substring(0, head.length() - 1) + "ńc");
            }
        } else if (name.charAt(end - 1) == 'e' && "kłlcrń".indexOf(last) >= 0) {
            boolean glide = end > 2 && name.charAt(end - 2) == 'i';
            oblique(forms, name.substring(0, end - (glide ? 2 : 1)) + last);
        } else if (name.endsWith("ioł")) {
            oblique(forms, name.substring(0, end - 2) + "ł");
        } else if (name.charAt(end - 1) == 'ó') {
            oblique(forms, name.substring(0, end - 1) + "o" + last);
        } else if (name.charAt(end - 1) == 'ą') {
            oblique(forms, name.substring(0, end - 1) + "ę" + last);
        }
    }

    /** The cases but the nominative of a stem that ends in a consonant. */
    private static void oblique(Set<String> forms, String stem) {
        char last = stem.charAt(stem.length() - 1);
        String soft = softened(stem);
        boolean velar = last == 'k' || last == 'g';
        add(forms, soft, "a", "owi", "em", "u", "owie", "ów", "om", "ami", "ach");
        add(forms, stem, velar ? "iem" : "em", "y", "i");
        add(forms, soft(stem), "e");
    }

    /** A stem with the vowel that it has where an ending follows: Łódź, Łodzi. */
    private static String opened(String stem) {
        int vowel = stem.lastIndexOf('ó');
        return vowel < 0 ? stem : stem.substring(0, vowel) + 'o' + stem.substring(vowel + 1);
    }

    /** A stem as written before a vowel: ń becomes ni. */
    private static String softened(String stem) {
        int end = stem.length() - 1;
        return switch (stem.charAt(end)) {
            case 'ń' -> stem.substring(0, end) + "ni";
            case 'ś' -> stem.substring(0, end) + "si";
            case 'ć' -> stem.substring(0, end) + "ci";
            case 'ź' -> stem.substring(0, end) + "zi";
            default -> stem;
        };
    }

    /** A stem as it sounds before e in the dative and the locative. */
    private static String soft(String stem) {
        int end = stem.length() - 1;
        String head = stem.substring(0, end);
        if (stem.endsWith("st")) {
            return stem.substring(0, end - 1) + "ści";
        }
        if (stem.endsWith("ch")) {
            return stem.substring(0, end - 1) + "sz";
        }
        return switch (stem.charAt(end)) {
            case 't' -> head + "ci";
            case 'd' -> head + "dzi";
            case 'r' -> head + "rz";
            case 'ł' -> head + "l";
            case 'k' -> head + "c";
            case 'g' -> head + "dz";
            case 'n', 'm', 'b', 'p', 'w', 'f', 's', 'z' ->
                stem.endsWith("rz") || stem.endsWith("sz") || stem.endsWith("cz") ? stem : stem + "i";
            default -> stem;
        };
    }
}
