package dev.triad.ledger.journal;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells failures that heal with time from those that do not. */
public final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {}

    /** Lost connections, shut-downs, exhausted resources and lost races heal; wrong data does not. */
    public static boolean heal(SQLException e) {
        String sqlState = e.getSQLState();
        return e instanceof SQLTransientException
                || sqlState == null
                || sqlState.equals(UNIQUE_VIOLATION)
                || !(sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("42"));
    }
}
