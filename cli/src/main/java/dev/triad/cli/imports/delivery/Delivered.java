package dev.triad.cli.imports.delivery;

import dev.triad.events.CloudEvent;
import java.util.List;

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
 * @param restated those that the ledger has under the same id with something else in them; they were sent, and it
 *     quarantines them
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
        boolean waited,
        List<CloudEvent> restated) {

    public Delivered {
        restated = List.copyOf(restated);
    }

    /** Whether somebody has to look: an event is quarantined, or will be, or is still unknown after the wait. */
    public boolean failed() {
        return quarantined > 0 || !restated.isEmpty() || (waited && unknown > 0);
    }
}
