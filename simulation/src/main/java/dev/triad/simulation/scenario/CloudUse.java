package dev.triad.simulation.scenario;

/**
 * How much of a cloud resource a unit uses.
 *
 * @param resource one of the cloud's resources
 * @param perHour what it uses in every hour, in the resource's unit of measure
 * @param perTransaction what each order or sale adds
 */
public record CloudUse(String resource, Calibrated perHour, Calibrated perTransaction) {
    public CloudUse {
        Check.name("resource", resource);
        Check.notNegative("perHour", perHour);
        Check.notNegative("perTransaction", perTransaction);
    }
}
