package dev.triad.device.cohort;

/**
 * How many devices of a cohort are in use.
 *
 * @param product the device
 * @param cohort when they were sold, see {@link Cohorts}
 * @param devices how many
 */
public record CohortCount(String product, String cohort, long devices) {
    public CohortCount plus(long more) {
        return new CohortCount(product, cohort, devices + more);
    }
}
