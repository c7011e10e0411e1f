package dev.triad.device.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Names of cohorts: the ISO week in which a device was sold, UTC. */
public final class Cohorts {
    /** The devices that were in use before the scenario began. */
    public static final String INSTALLED_BASE = "installed-base";

    private Cohorts() {}

    /** The cohort of a device sold at that time, such as {@code 2026-w03}. */
    public static String of(Instant sold) {
        LocalDate day = sold.atOffset(ZoneOffset.UTC).toLocalDate();
        return String.format(
                Locale.ROOT,
                "%04d-w%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
