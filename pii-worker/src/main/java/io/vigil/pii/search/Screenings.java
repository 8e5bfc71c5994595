package io.vigil.pii.search;

import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfig.Snapshot;
import io.vigil.pii.settings.PiiSettings;
import io.vigil.pii.settings.Tenants;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The screenings of the settings in force: made anew when they change, by the first who asks. Thread-safe. */
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
        this.latest = prepare(settings.current());
    }

    /**
     * One revision of the settings.
     *
     * @param general for everybody whom the settings do not name
     * @param tenants for those whom they name
     */
    private record Prepared(Snapshot<PiiSettings> of, Screening general, Map<String, Screening> tenants) {}

    private Prepared prepare(Snapshot<PiiSettings> now) {
        var general = new Screening(engines, now.value(), clock);
        var tenants = new HashMap<String, Screening>();
        now.value().tenants().keySet().forEach(tenant -> tenants.put(tenant, general.of(tenant)));
        return new Prepared(now, general, tenants);
    }

    /** The one to use for the next text of nobody in particular. */
    public Screening current() {
        return current(Tenants.NONE);
    }

    /** The one to use for the next text of a tenant. */
    public Screening current(String tenant) {
        Prepared prepared = prepared();
        return prepared.tenants().getOrDefault(tenant, prepared.general());
    }

    private Prepared prepared() {
        var known = latest;
        if (known.of().equals(settings.current())) {
            return known;
        }
        synchronized (preparing) {
            var now = settings.current();
            if (!latest.of().equals(now)) {
                latest = prepare(now);
            }
            return latest;
        }
    }
}
