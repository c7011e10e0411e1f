package dev.triad.ledger.journal;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells failures that heal with time from those that do not. */
public final class Failures {
    /** Serialization failure, deadlock, and a key that another transaction inserted first. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "23505");

    private Failures() {}

    /** Lost connections, shut-downs, exhausted resources and lost races heal; wrong data does not. */
    public static boolean heal(SQLException e) {
        String sqlState = e.getSQLState();
        return e instanceof SQLTransientException
                || sqlState == null
                || isLostRace(e)
                || !(sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("42"));
    }

    /** Whether another transaction came first, so that all there is to do is to try once more. */
    public static boolean isLostRace(SQLException e) {
        String sqlState = e.getSQLState();
        return sqlState != null && LOST_RACES.contains(sqlState);
    }
}
