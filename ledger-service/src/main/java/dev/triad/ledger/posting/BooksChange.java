package dev.triad.ledger.posting;

import java.util.function.Consumer;

/**
 * What a rate or a closing changes of what is on the books. What it comes to is made when it is written, as there may be
 * very much of it: one change after the other, each against the books as the one before it left them.
 */
public sealed interface BooksChange permits Repricing, Redating {
    /**
     * Gives all that it comes to, in no particular order.
     *
     * @param differences is given entries with differences to others
     * @param redated is given entries whose accounting date changes
     * @throws ArithmeticException when a difference does not fit a {@code long}
     */
    void forEach(PostedBooks books, Consumer<Posted> differences, Consumer<Redated> redated);
}
