package dev.triad.simulation.scenario;

import dev.triad.events.CostBehaviour;

/**
 * A cost of running a unit that does not vary with single sales, booked once a day.
 *
 * @param pool the cost pool that it belongs to
 * @param behaviour fixed or variable
 * @param perDay how much a day, in the group's currency
 */
public record OperatingCost(String pool, CostBehaviour behaviour, Calibrated perDay) {
    public OperatingCost {
        Check.name("pool", pool);
        Check.present("behaviour", behaviour);
        Check.notNegative("perDay", perDay);
    }
}
