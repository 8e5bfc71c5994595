package io.vigil.pii.search;

import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfig.Snapshot;
import io.vigil.pii.settings.PiiSettings;
import java.time.InstantSource;

/** The screening of the settings in force: made anew when they change, by the first who asks. Thread-safe. */
public final class Screenings {

    private final Engines engines;
    private final LiveConfig<PiiSettings> settings;
    private final InstantSource clock;
    private final Object preparing = new Object();
    private volatile Prepared latest;

    /** Prepares the settings in force now. */
    public Screenings(Engines engines, LiveConfig<PiiSettings> settings, InstantSource clock) {
        this.engines = engines;
        this.settings = settings;
        this.clock = clock;
        var now = settings.current();
        this.latest = new Prepared(now, new Screening(engines, now.value(), clock));
    }

    private record Prepared(Snapshot<PiiSettings> of, Screening screening) {}

    /** The one to use for the next text. */
    public Screening current() {
        var known = latest;
        if (known.of().equals(settings.current())) {
            return known.screening();
        }
        synchronized (preparing) {
            var now = settings.current();
            if (!latest.of().equals(now)) {
                latest = new Prepared(now, new Screening(engines, now.value(), clock));
            }
            return latest.screening();
        }
    }
}
