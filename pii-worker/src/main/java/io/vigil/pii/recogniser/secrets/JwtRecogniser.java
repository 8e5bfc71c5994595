package io.vigil.pii.recogniser.secrets;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Scanner;
import io.vigil.pii.recogniser.Sightings;
import io.vigil.pii.recogniser.context.ContextWords;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON Web Token in its compact form: three parts in Base64url with dots between, the first a JSON object. */
public final class JwtRecogniser implements Scanner {

    private static final CatalogueEntry ENTRY =
            CatalogueEntry.on("JWT", "[JWT]", 0.95, CatalogueEntry.ANYWHERE, "RFC 7519, RFC 7515 section 7.1");

    private static final ContextWords CONTEXT =
            ContextWords.within(20, 0).in("en", "jwt", "token*", "bearer").in("pl", "jwt", "token*");

    /** How every JSON object without a space at its beginning looks in Base64url. */
    private static final String BEGINNING = "eyJ";
    /** Longest header that is decoded, in characters. */
    private static final int MAX_HEADER = 4_096;

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
        int start = text.indexOf(BEGINNING);
        while (start >= 0) {
            int header = part(text, start);
            int payload = header < text.length() && text.charAt(header) == '.' ? part(text, header + 1) : header;
            boolean signed = payload > header + 1 && payload < text.length() && text.charAt(payload) == '.';
            if (signed && isHeader(text, start, header)) {
                int end = part(text, payload + 1);
                sightings.add(start, end, true, Checksum.VALID);
                header = end;
            }
            start = text.indexOf(BEGINNING, header);
        }
    }

    private static int part(String text, int from) {
        int end = from;
        while (end < text.length() && KeyFormat.Alphabet.URL.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHeader(String text, int start, int end) {
        if (end - start > MAX_HEADER) {
            return false;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.substring(start, end));
            return new String(json, StandardCharsets.UTF_8).contains("\"alg\"");
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
