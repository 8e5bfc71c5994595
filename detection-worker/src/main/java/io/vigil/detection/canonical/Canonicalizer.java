package io.vigil.detection.canonical;

import io.vigil.detection.canonical.encoding.Decoding;
import io.vigil.detection.canonical.spelling.MarkupStripping;
import io.vigil.detection.canonical.spelling.Squeezing;
import io.vigil.detection.canonical.spelling.Turning;
import io.vigil.detection.canonical.spelling.Unleeting;
import io.vigil.detection.canonical.spelling.Unspacing;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Traces;
import io.vigil.detection.canonical.unicode.Cleaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives the readings of a text. Plain text pays for one glance and one folding; every other step runs only where the
 * glance saw a reason. All steps are linear and at most six views exist. Thread-safe.
 */
public final class Canonicalizer {

    private final Cleaning cleaning = new Cleaning();
    private final Decoding decoding = new Decoding();
    private final MarkupStripping markup = new MarkupStripping();
    private final Unspacing unspacing = new Unspacing();
    private final Unleeting unleeting = new Unleeting();
    private final Squeezing squeezing = new Squeezing();
    private final Turning turning = new Turning();
    private final Folding folding = new Folding();

    /** Derives the readings; the text may be empty. */
    public CanonicalText read(String original) {
        var traces = new Traces();
        var views = new ArrayList<View>(2);
        MappedText cleaned = cleaning.apply(MappedText.identity(original), traces);
        Glance glance = Glance.at(cleaned.text());
        MappedText folded = folding.apply(cleaned);
        views.add(new View(ViewKind.FOLDED, folded));
        MappedText decoded = glance.encoded() ? decoding.apply(cleaned, traces) : cleaned;
        if (decoded != cleaned) {
            decoded = cleaning.apply(decoded, traces);
            views.add(new View(ViewKind.DECODED, folding.apply(decoded)));
            glance = Glance.at(decoded.text());
        }
        respell(decoded, glance, traces, views);
        turn(views, traces);
        return new CanonicalText(original, views, traces);
    }

    private void respell(MappedText source, Glance glance, Traces traces, List<View> views) {
        if (!glance.respelled()) {
            return;
        }
        MappedText current = glance.cut() ? markup.apply(source, traces) : source;
        MappedText letters = null;
        if (glance.spaced()) {
            Unspacing.Joined joined = unspacing.apply(current, traces);
            current = joined.words();
            letters = joined.letters();
        }
        current = glance.leet() || glance.spaced() ? unleeting.apply(current, traces) : current;
        current = glance.stretched() ? squeezing.apply(current, traces) : current;
        if (current != source) {
            views.add(new View(ViewKind.RESPELLED, folding.apply(current)));
        }
        compact(letters, traces, views);
    }

    private void compact(@Nullable MappedText letters, Traces traces, List<View> views) {
        if (letters != null && letters.length() > 0) {
            views.add(new View(ViewKind.COMPACT, folding.apply(unleeting.apply(letters, traces))));
        }
    }

    private void turn(List<View> views, Traces traces) {
        MappedText latest = views.size() > 1 && views.get(1).kind() == ViewKind.DECODED
                ? views.get(1).content()
                : views.getFirst().content();
        turning.rotated(latest, traces).ifPresent(text -> views.add(new View(ViewKind.ROTATED, text)));
        turning.backwards(latest, traces).ifPresent(text -> views.add(new View(ViewKind.REVERSED, text)));
    }
}
