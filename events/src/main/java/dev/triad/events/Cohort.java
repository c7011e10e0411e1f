package dev.triad.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Products that were sold in the same week, whose cost and gain are followed together.
 *
 * @param product such as {@code echo-dot}
 * @param week when they were sold, such as {@code 2026-w03}; or another name, as of those that were there before
 */
public record Cohort(String product, String week) implements Comparable<Cohort> {
    private static final Comparator<Cohort> ORDER =
            Comparator.comparing(Cohort::product).thenComparing(Cohort::week);

    /** The labels of a usage that say which cohort used it. */
    public static final String PRODUCT_LABEL = "product";

    public static final String WEEK_LABEL = "cohort";

    public Cohort {
        Names.require("product", product);
        Names.require("cohort", week);
    }

    /** By product, and within one by week. */
    @Override
    public int compareTo(Cohort other) {
        return ORDER.compare(this, other);
    }

    /** The cohort that a usage's labels name, or null when they name none. */
    public static @Nullable Cohort labelled(Map<String, String> labels) {
        String product = labels.get(PRODUCT_LABEL);
        String week = labels.get(WEEK_LABEL);
        return product != null && week != null && Names.isName(product) && Names.isName(week)
                ? new Cohort(product, week)
                : null;
    }

    /** The ISO week of a moment, UTC, such as {@code 2026-w03}. */
    public static String weekOf(Instant sold) {
        LocalDate day = sold.atOffset(ZoneOffset.UTC).toLocalDate();
        return String.format(
                Locale.ROOT,
                "%04d-w%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
