package dev.triad.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * A unit incurred a cost in a pool; {@code ce_subject} is the pool.
 *
 * @param unit the unit that bears it
 * @param pool the cost pool, such as {@code compute-capacity}
 * @param behaviour fixed or variable
 * @param amount how much, in the group's currency; negative when a cost is credited
 * @param users who uses the pool: units, or {@value #EXTERNAL} for the customers outside
 * @param period the time that the cost covers
 */
public record CostIncurred(
        String unit, String pool, CostBehaviour behaviour, BigDecimal amount, List<String> users, Period period)
        implements Event {

    /** The customers outside the group, as one user of a pool. */
    public static final String EXTERNAL = "external";

    public static final int USERS_MAX = 64;

    public CostIncurred {
        Names.require("unit", unit);
        Names.require("pool", pool);
        Require.present("behaviour", behaviour);
        Decimals.require("amount", amount);
        users = Require.list("users", users, 1, USERS_MAX);
        users.forEach(user -> Names.require("users", user));
        Require.present("period", period);
    }
}
