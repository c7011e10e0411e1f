package dev.triad.simulation.engine;

import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One virtual hour of a unit.
 *
 * @param source the unit
 * @param number counted from 0 at the start of the scenario
 * @param from its first moment
 * @param settings the settings in force throughout it
 */
public record Tick(Source source, long number, Instant from, Settings settings) {
    public static final Duration LENGTH = Duration.ofHours(1);
    private static final int HOURS_OF_DAY = 24;

    /** The tick of that number in a scenario that starts at that moment. */
    public static Tick of(Source source, long number, Instant start, Settings settings) {
        return new Tick(source, number, start.plus(LENGTH.multipliedBy(number)), settings);
    }

    /** The first moment after it. */
    public Instant to() {
        return from.plus(LENGTH);
    }

    /** Its last second: what is metered over the hour is recorded then, and so within its day. */
    public Instant close() {
        return to().minusSeconds(1);
    }

    /** The hour of the day, 0 to 23, UTC. */
    public int hour() {
        return from.atOffset(ZoneOffset.UTC).getHour();
    }

    /** Whether it is the last one of its day. */
    public boolean endsDay() {
        return hour() == HOURS_OF_DAY - 1;
    }

    /** A moment within it, at a share from 0 to below 1, in whole milliseconds. */
    public Instant at(double share) {
        return from.plusMillis((long) (share * (LENGTH.toMillis() - 1_000)));
    }

    public double rate() {
        return settings.rate().doubleValue();
    }

    /**
     * An event of this tick. Its id follows from its time, the unit, the seed and the key: the same tick
     * run again says the same thing under the same id.
     */
    public CloudEvent event(Instant time, String subject, Event data, String key) {
        String chance = "simulation-" + settings.seed();
        return new CloudEvent(
                EventIds.derived(time, source, chance, Long.toString(number), key), source, subject, time, data);
    }
}
