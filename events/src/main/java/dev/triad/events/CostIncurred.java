package dev.triad.events;

import java.io.IOException;
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
        Require.distinct("users", users);
        Require.present("period", period);
    }

    static CostIncurred read(JsonFields in) throws IOException {
        String unit = null;
        String pool = null;
        CostBehaviour behaviour = null;
        BigDecimal amount = null;
        List<String> users = null;
        Period period = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "unit" -> unit = in.text("unit", unit);
                case "pool" -> pool = in.text("pool", pool);
                case "behaviour" -> behaviour = in.code("behaviour", behaviour, CostBehaviour.CODES);
                case "amount" -> amount = in.decimal("amount", amount);
                case "users" -> users = in.texts("users", users, USERS_MAX);
                case "period" -> period = in.object("period", period, Period::read);
                default -> in.skip();
            }
        }
        return new CostIncurred(
                Require.present("unit", unit),
                Require.present("pool", pool),
                Require.present("behaviour", behaviour),
                Require.present("amount", amount),
                Require.present("users", users),
                Require.present("period", period));
    }
}
