package io.vigil.pii.recogniser.secrets;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Scanner;
import io.vigil.pii.recogniser.Sightings;
import io.vigil.pii.recogniser.context.ContextWords;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Key of a well-known provider, by its beginning, alphabet and length; and any other long random text beside a word like
 * {@code password}. A text that repeats itself is an example, not a key.
 */
public final class ApiKeyRecogniser implements Scanner {

    private static final CatalogueEntry ENTRY = CatalogueEntry.on(
            "API_KEY", "[API_KEY]", 0.80, CatalogueEntry.ANYWHERE, "documents of the providers; Shannon 1948");

    private static final ContextWords CONTEXT = ContextWords.within(30, 0)
            .in(
                    "en",
                    "api key*",
                    "api-key*",
                    "api_key*",
                    "apikey*",
                    "secret*",
                    "token*",
                    "access key*",
                    "password*",
                    "passwd",
                    "pwd",
                    "bearer",
                    "credential*",
                    "private key*",
                    "auth*")
            .in("pl", "klucz*", "haslo", "hasla", "haslem", "sekret*", "token*");

    private static final int ASCII = 128;
    /** Bits for each character below which a key repeats itself. */
    private static final double LEAST_BITS = 2.5;
    /** Bits for each character of a text that is no word and no path. */
    private static final double RANDOM_BITS = 3.5;

    private static final int LEAST_RANDOM = 20;
    private static final int MOST_RANDOM = 256;

    /** Formats by the first character of their keys. */
    private static final List<List<KeyFormat>> FORMATS = IntStream.range(0, ASCII)
            .mapToObj(c -> ProviderKeys.ALL.stream()
                    .filter(format -> format.prefix().charAt(0) == c)
                    .toList())
            .toList();

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
        int keyEnd = 0;
        int runEnd = 0;
        for (int start = 0; start < text.length(); start++) {
            char before = start == 0 ? ' ' : text.charAt(start - 1);
            if (start < keyEnd || !isPart(text.charAt(start)) || isPart(before)) {
                continue;
            }
            keyEnd = providerKey(text, start);
            if (keyEnd > 0) {
                sightings.add(start, keyEnd, true, Checksum.VALID);
            } else if (start >= runEnd) {
                runEnd = random(text, start, sightings);
            }
        }
    }

    private static int providerKey(String text, int start) {
        for (KeyFormat format : FORMATS.get(text.charAt(start))) {
            int end = format.end(text, start);
            if (end > 0 && Entropy.of(text, start + format.prefix().length(), end) >= LEAST_BITS) {
                return end;
            }
        }
        return 0;
    }

    /** Reports a run of characters if it looks random; returns where it ends. */
    private static int random(String text, int start, Sightings sightings) {
        int run = start;
        while (run < text.length() && isRandomPart(text.charAt(run))) {
            run++;
        }
        int end = run;
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        int length = run - start;
        if (length >= LEAST_RANDOM
                && length <= MOST_RANDOM
                && Entropy.isMixed(text, start, run)
                && Entropy.of(text, start, run) >= RANDOM_BITS) {
            sightings.add(start, end, false, Checksum.UNKNOWN);
        }
        return end;
    }

    private static boolean isPart(char c) {
        return KeyFormat.Alphabet.URL.has(c);
    }

    private static boolean isRandomPart(char c) {
        return isPart(c) || c == '+' || c == '/' || c == '.';
    }
}
