package dev.triad.cli.imports.delivery;

/**
 * What became of the events of an import.
 *
 * @param events how many the file gives
 * @param known how many of them the ledger knew before
 * @param sent how many were sent
 * @param unasked how many of those were sent without asking, because the ledger did not answer
 * @param posted how many of all the ledger has posted
 * @param waiting how many wait in suspense
 * @param quarantined how many it has quarantined
 * @param unknown how many it does not know yet
 * @param waited whether it was waited for
 */
public record Delivered(
        long events,
        long known,
        long sent,
        long unasked,
        long posted,
        long waiting,
        long quarantined,
        long unknown,
        boolean waited) {

    /** Whether somebody has to look: an event was quarantined, or is still unknown after the wait. */
    public boolean failed() {
        return quarantined > 0 || (waited && unknown > 0);
    }
}
