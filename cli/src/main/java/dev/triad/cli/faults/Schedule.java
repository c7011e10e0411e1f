package dev.triad.cli.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The seeds of the rounds. The first one's is the schedule's own, so that any round can be run again alone. */
final class Schedule {
    private Schedule() {}

    /**
     * As many seeds as asked for, the same for the same arguments.
     *
     * @param times 1 or more
     */
    static List<Long> seeds(long seed, int times) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> seeds = new ArrayList<>(times);
        seeds.add(seed);
        while (seeds.size() < times) {
            seeds.add((long) random.nextInt(1, Integer.MAX_VALUE));
        }
        return List.copyOf(seeds);
    }
}
