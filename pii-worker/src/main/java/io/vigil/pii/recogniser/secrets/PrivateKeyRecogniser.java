package io.vigil.pii.recogniser.secrets;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Scanner;
import io.vigil.pii.recogniser.Sightings;
import io.vigil.pii.recogniser.context.ContextWords;

/** Private key in PEM or PGP armour, with or without its last line. */
public final class PrivateKeyRecogniser implements Scanner {

    private static final CatalogueEntry ENTRY = CatalogueEntry.on(
            "PRIVATE_KEY", "[PRIVATE_KEY]", 1.0, CatalogueEntry.ANYWHERE, "RFC 7468, RFC 9580 section 6.2");

    private static final ContextWords CONTEXT =
            ContextWords.within(20, 0).in("en", "key").in("pl", "klucz*");

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String LABEL = "PRIVATE KEY";
    /** Longest label, as in {@code PGP PRIVATE KEY BLOCK}. */
    private static final int MAX_LABEL = 40;

    @Override
    public CatalogueEntry entry() {
        return ENTRY;
    }

    @Override
    public ContextWords context() {
        return CONTEXT;
    }

    @Override
    public void scan(String text, Sightings sightings) {
        int start = text.indexOf(BEGIN);
        while (start >= 0) {
            int label = start + BEGIN.length();
            int body = text.indexOf(DASHES, label);
            if (body < 0) {
                return;
            }
            int next = body;
            boolean secret =
                    body - label <= MAX_LABEL && text.substring(label, body).contains(LABEL);
            if (secret) {
                next = end(text, body + DASHES.length());
                sightings.add(start, next, true, Checksum.VALID);
            }
            start = text.indexOf(BEGIN, next);
        }
    }

    /** Behind the last line, or where the text of a key that lacks it stops. */
    private static int end(String text, int body) {
        int dashes = text.indexOf(DASHES, body);
        if (dashes >= 0 && text.startsWith(END, dashes)) {
            int last = text.indexOf(DASHES, dashes + END.length());
            return last < 0 ? text.length() : last + DASHES.length();
        }
        int end = body;
        while (end < text.length() && isBody(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBody(char c) {
        return KeyFormat.Alphabet.WORD.has(c) || "+/=\n\r \\:,-".indexOf(c) >= 0;
    }
}
