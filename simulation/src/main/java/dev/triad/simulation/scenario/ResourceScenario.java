package dev.triad.simulation.scenario;

import java.util.List;

/**
 * A resource of a cloud, with what it costs to provide.
 *
 * @param resource its name
 * @param unitOfMeasure what one is
 * @param list what a customer outside pays for one at the start
 * @param marginalShare the share of the full cost that one more causes; the rest is fixed
 * @param tenantsPerDay what all customers outside together use a day at the start; zero when nobody does
 * @param pool the cost pool of its capacity
 * @param users who uses the pool when nobody did on a day: units of the group, or {@code external} for the
 *     customers outside
 * @param followsDay whether the use of customers outside follows the hours of the day
 * @param plannedUtilisation the mean use over capacity at which the fixed cost of a used unit is as the
 *     list price supposes
 * @param capacityStep by how much capacity grows at once, in units an hour
 * @param initialCapacity what stands at the start, in units an hour
 * @param progressRatio what the unit cost falls to when the cumulative volume doubles (Wright 1936)
 * @param priorVolume the volume that was provided before the start
 */
public record ResourceScenario(
        String resource,
        String unitOfMeasure,
        Calibrated list,
        Calibrated marginalShare,
        Calibrated tenantsPerDay,
        String pool,
        List<String> users,
        Boolean followsDay,
        Calibrated plannedUtilisation,
        Calibrated capacityStep,
        Calibrated initialCapacity,
        Calibrated progressRatio,
        Calibrated priorVolume) {
    public ResourceScenario {
        Check.name("resource", resource);
        Check.text("unitOfMeasure", unitOfMeasure);
        Check.positive("list", list);
        Check.share("marginalShare", marginalShare);
        Check.notNegative("tenantsPerDay", tenantsPerDay);
        Check.name("pool", pool);
        users = Check.list("users", users, 1);
        users.forEach(user -> Check.name("users", user));
        Check.present("followsDay", followsDay);
        Check.within("plannedUtilisation", plannedUtilisation, "0.01", "1");
        Check.positive("capacityStep", capacityStep);
        Check.notNegative("initialCapacity", initialCapacity);
        Check.within("progressRatio", progressRatio, "0.5", "1");
        Check.positive("priorVolume", priorVolume);
    }
}
