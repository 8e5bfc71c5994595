package io.vigil.detection.canonical.unicode;

/** Which code points show nothing on screen. Source: Unicode 17, Default_Ignorable_Code_Point and UAX #9. */
final class Invisibles {

    private Invisibles() {}

    /** Joiners, spaces without width, fillers, invisible operators. */
    static boolean zeroWidth(int cp) {
        return (cp >= 0x200B && cp <= 0x200D)
                || (cp >= 0x2060 && cp <= 0x2065)
                || (cp >= 0x206A && cp <= 0x206F)
                || cp == 0xFEFF
                || cp == 0x00AD
                || (cp >= 0x180B && cp <= 0x180F)
                || cp == 0x17B4
                || cp == 0x17B5
                || (cp >= 0xFFF0 && cp <= 0xFFFC)
                || (cp >= 0x1BCA0 && cp <= 0x1BCA3)
                || (cp >= 0x1D173 && cp <= 0x1D17A)
                || cp == 0x034F
                || cp == 0x115F
                || cp == 0x1160
                || cp == 0x3164
                || cp == 0xFFA0;
    }

    /** Joiners and the soft hyphen: ordinary in some scripts and in print, so they count only inside Latin words. */
    static boolean ordinaryOutsideLatin(int cp) {
        return cp == 0x200C || cp == 0x200D || cp == 0x00AD || cp == 0xFEFF;
    }

    /** Controls of ASCII and Latin-1 that are neither white space nor part of a text. */
    static boolean control(int cp) {
        return (cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r' && cp != 0x0B && cp != 0x0C)
                || (cp >= 0x7F && cp <= 0x9F && cp != 0x85);
    }

    /** Backspace and delete, which take the character before them away. */
    static boolean erases(int cp) {
        return cp == 0x08 || cp == 0x7F;
    }

    static boolean bidi(int cp) {
        return cp == 0x200E || cp == 0x200F || cp == 0x061C || overridesDirection(cp);
    }

    static boolean overridesDirection(int cp) {
        return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
    }

    static boolean tag(int cp) {
        return cp >= 0xE0000 && cp <= 0xE007F;
    }

    /** The byte that a variation selector stands for in the known smuggling scheme, or -1 for any other code point. */
    static int selectorByte(int cp) {
        if (cp >= 0xFE00 && cp <= 0xFE0F) {
            return cp - 0xFE00;
        }
        return cp >= 0xE0100 && cp <= 0xE01EF ? cp - 0xE0100 + 16 : -1;
    }

    /** Combining marks of the blocks that decorate Latin letters; vowel signs of other scripts are not among them. */
    static boolean combining(int cp) {
        return (cp >= 0x0300 && cp <= 0x036F)
                || (cp >= 0x1AB0 && cp <= 0x1AFF)
                || (cp >= 0x1DC0 && cp <= 0x1DFF)
                || (cp >= 0x20D0 && cp <= 0x20FF)
                || (cp >= 0xFE20 && cp <= 0xFE2F);
    }
}
