package dev.triad.device.cohort;

/** Names of cohorts beside the weeks in which devices were sold. */
public final class Cohorts {
    /** The devices that were in use before the scenario began. */
    public static final String INSTALLED_BASE = "installed-base";

    private Cohorts() {}
}
