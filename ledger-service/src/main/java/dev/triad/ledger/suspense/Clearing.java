package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.WaitKind;
import java.sql.SQLException;

/** Posts what waited and need not wait any longer. */
@FunctionalInterface
interface Clearing {
    /**
     * Tries every item whose counterpart of this kind is on the books by now.
     *
     * @return how many there were
     */
    int clear(WaitKind kind) throws SQLException;
}
