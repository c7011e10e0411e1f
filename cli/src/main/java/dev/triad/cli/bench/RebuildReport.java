package dev.triad.cli.bench;

/**
 * The time to make the books anew from the log: a drain into an empty database, the ledger's own start included.
 *
 * @param records how many records the log holds
 */
public record RebuildReport(long records, Spread seconds) {
    static RebuildReport of(DrainReport drain) {
        return new RebuildReport(drain.records(), drain.wholeSeconds());
    }
}
