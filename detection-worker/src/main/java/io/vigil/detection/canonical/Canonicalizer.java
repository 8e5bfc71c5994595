package io.vigil.detection.canonical;

import io.vigil.detection.canonical.encoding.Decoding;
import io.vigil.detection.canonical.spelling.Respelling;
import io.vigil.detection.canonical.spelling.Turning;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Traces;
import io.vigil.detection.canonical.unicode.Cleaning;
import io.vigil.detection.canonical.unicode.Unhiding;
import java.util.ArrayList;
import java.util.List;

/**
 * Derives the readings of a text. Plain text pays for one glance, one folding and one search for turned words; every
 * other step runs only where there was a reason. All steps are linear and at most {@value #MOST_VIEWS} views exist.
 * Thread-safe.
 */
public final class Canonicalizer {

    /** Most readings of one text. */
    public static final int MOST_VIEWS = 14;

    private final Cleaning cleaning = new Cleaning();
    private final Unhiding unhiding = new Unhiding(cleaning);
    private final Decoding decoding = new Decoding();
    private final Respelling respelling = new Respelling();
    private final Turning turning = new Turning();
    private final Folding folding = new Folding();

    /** Derives the readings; the text may be empty. */
    public CanonicalText read(String original) {
        var traces = new Traces();
        var views = new ArrayList<View>(2);
        MappedText source = MappedText.identity(original);
        MappedText cleaned = cleaning.apply(source, traces);
        Glance glance = Glance.at(cleaned.text());
        add(views, ViewKind.FOLDED, List.of(cleaned));
        if (cleaned != source) {
            unhide(source, traces, views);
        }
        MappedText decoded = glance.encoded() ? decoding.apply(cleaned, traces) : cleaned;
        MappedText latest = views.getFirst().content();
        if (decoded != cleaned) {
            decoded = cleaning.apply(decoded, traces);
            latest = folding.apply(decoded);
            views.add(new View(ViewKind.DECODED, latest));
            glance = Glance.at(decoded.text());
        }
        if (glance.respelled()) {
            Respelling.Respelled respelled = respelling.apply(decoded, glance.reasons(), traces);
            add(views, ViewKind.RESPELLED, respelled.words());
            add(views, ViewKind.COMPACT, respelled.letters());
        }
        Turning.Turned turned = turning.apply(latest, traces);
        turned.rotated().forEach(text -> views.add(new View(ViewKind.ROTATED, text)));
        turned.reversed().forEach(text -> views.add(new View(ViewKind.REVERSED, text)));
        return new CanonicalText(original, views, traces);
    }

    private void unhide(MappedText source, Traces traces, List<View> views) {
        Unhiding.Unhidden unhidden = unhiding.apply(source, traces);
        add(views, ViewKind.VISIBLE, unhidden.visible());
        add(views, ViewKind.JOINED, unhidden.joined());
        add(views, ViewKind.REORDERED, unhidden.reordered());
        add(views, ViewKind.ERASED, unhidden.erased());
        add(views, ViewKind.FLIPPED, unhidden.flipped());
    }

    private void add(List<View> views, ViewKind kind, List<MappedText> texts) {
        texts.forEach(text -> views.add(new View(kind, folding.apply(text))));
    }
}
