package dev.triad.ledger.audit;

/** Is told now and then how far an audit has come. */
public interface Progress {
    Progress SILENT = (_, _, _) -> {};

    /**
     * Tells it.
     *
     * @param records of the log that have been read
     * @param total how many there are to read
     * @param entries that have been compared
     */
    void at(long records, long total, long entries);
}
