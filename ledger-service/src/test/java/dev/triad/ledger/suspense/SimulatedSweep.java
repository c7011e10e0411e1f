package dev.triad.ledger.suspense;

import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.Journal;
import java.util.function.LongSupplier;

/** The real sweep, for a simulation that owns time. */
public final class SimulatedSweep {
    private final SuspenseSweep sweep;

    public SimulatedSweep(Books books, Journal journal, LongSupplier nanoTime) {
        sweep = new SuspenseSweep(new JournalClearing(journal, books, new KeptRecords(new RecordDecoder())), nanoTime);
    }

    public void sweep() throws Exception {
        sweep.sweep();
    }
}
