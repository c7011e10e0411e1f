package dev.triad.cli.workload;

import dev.triad.events.CloudEvent;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Holds some events back for a while, so that others overtake them. */
final class Disorder {
    private static final int HELD_IN_TEN_THOUSAND = 500;
    private static final int RECORDS_MAX = 2_000;

    private final Chance chance;
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparingLong(Held::until).thenComparingLong(Held::number));
    private long numbers;

    private record Held(long until, long number, CloudEvent event) {}

    Disorder(Chance chance) {
        this.chance = chance;
    }

    /** Whether the event is held back from this record on. */
    boolean holds(CloudEvent event, long record) {
        boolean holds = chance.inTenThousand(HELD_IN_TEN_THOUSAND);
        if (holds) {
            numbers++;
            held.add(new Held(record + chance.between(1, RECORDS_MAX), numbers, event));
        }
        return holds;
    }

    int size() {
        return held.size();
    }

    /** An event that has been held back for long enough, or null when there is none. */
    @Nullable
    CloudEvent due(long record) {
        Held first = held.peek();
        return first != null && first.until() <= record ? next() : null;
    }

    /** The next event that is held back, due or not. */
    CloudEvent next() {
        return held.remove().event();
    }
}
