package dev.triad.simulation.engine;

import dev.triad.simulation.scenario.DailyShape;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * Metering windows: one usage event may cover several hours, and then says so in its label {@value
 * #LABEL}, an ISO 8601 duration of whole hours that end with the hour of the event.
 */
public final class Windows {
    public static final String LABEL = "window";
    private static final int HOURS_OF_DAY = 24;

    private Windows() {}

    /** Whether a window of that many hours ends with the tick, for the n-th of several that take turns. */
    public static boolean endsWith(Tick tick, int hours, int turn) {
        return (tick.number() + 1 + turn) % hours == 0;
    }

    /** How many hours a window of that length covers by then: none before the first tick. */
    public static int covered(Tick tick, int hours) {
        return (int) Math.min(hours, tick.number() + 1);
    }

    /** The share of a day that a window covers that ends with the tick. */
    public static double share(Tick tick, int hours, DailyShape shape) {
        double share = 0;
        for (int back = 0; back < hours; back++) {
            share += shape.share(Math.floorMod(tick.hour() - back, HOURS_OF_DAY));
        }
        return share;
    }

    /** The labels of a usage event that covers that many hours. */
    public static String label(int hours) {
        return Duration.ofHours(hours).toString();
    }

    /** How many hours a usage event covers, by its labels: 1 to 24; one that cannot be read covers one. */
    public static int hours(Map<String, String> labels) {
        String label = labels.get(LABEL);
        if (label == null) {
            return 1;
        }
        try {
            long hours = Duration.parse(label).toHours();
            return (int) Math.clamp(hours, 1, HOURS_OF_DAY);
        } catch (DateTimeParseException e) {
            return 1;
        }
    }
}
