package dev.triad.ledger.journal;

/** Makes a journal for a simulation: the real one, with a memory so small that it forgets. */
public final class SimulatedJournal {
    private SimulatedJournal() {}

    /** @param memoryBits how many sets of four events it remembers, as a power of two */
    public static Journal over(Books books, int memoryBits) {
        return new Journal(
                books,
                new Repeats(horizon -> new RecentEvents(horizon, memoryBits)),
                (java.util.function.Consumer<Journal.Committed>) _ -> {});
    }
}
