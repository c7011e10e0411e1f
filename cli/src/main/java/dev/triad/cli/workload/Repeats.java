package dev.triad.cli.workload;

import dev.triad.events.CloudEvent;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was sent, in a bounded sample: the latest events, and some from any time before. */
final class Repeats {
    private static final int KEPT_MAX = 1_024;

    private final Chance chance;
    private final List<CloudEvent> latest = new ArrayList<>(KEPT_MAX);
    private final List<CloudEvent> any = new ArrayList<>(KEPT_MAX);
    private long seen;

    Repeats(Chance chance) {
        this.chance = chance;
    }

    void sent(CloudEvent event) {
        if (latest.size() < KEPT_MAX) {
            latest.add(event);
            any.add(event);
        } else {
            latest.set((int) (seen % KEPT_MAX), event);
            // A reservoir: every event so far is in it with the same probability.
            long place = chance.below(seen + 1);
            if (place < KEPT_MAX) {
                any.set((int) place, event);
            }
        }
        seen++;
    }

    /** Something that was sent before: as often a moment ago as at any time. */
    CloudEvent again() {
        return chance.oneOf(chance.between(0, 1) == 0 ? latest : any);
    }
}
