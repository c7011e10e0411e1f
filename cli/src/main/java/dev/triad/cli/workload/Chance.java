package dev.triad.cli.workload;

import dev.triad.events.EventIds;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Everything that is left to chance, by one seed. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something happens that happens this often in ten thousand times. */
    boolean inTenThousand(int times) {
        return random.nextInt(10_000) < times;
    }

    /** A number of {@code least} to {@code most}, each as likely. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A UUIDv7 of that time. */
    UUID id(Instant time) {
        return EventIds.of(time.toEpochMilli(), random.nextLong(), random.nextLong());
    }
}
