package dev.triad.ledger.journal;

import dev.triad.ledger.posting.Posted;
import java.util.List;

/**
 * Entries with the differences that rates made.
 *
 * @param first some of them, at most {@value DifferenceWriter#PORTION}
 * @param entries how many there are
 * @param postings how many postings they have
 */
public record Repriced(List<Posted> first, long entries, long postings) {
    public Repriced {
        first = List.copyOf(first);
    }
}
