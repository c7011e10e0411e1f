package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a closing moves out of the period that it closes: entries that were posted after it was made.
 *
 * @param group the name of the group
 * @param before the closings until now
 * @param after the closings with the new one
 */
public record Redating(String group, Closings before, Closings after) implements BooksChange {
    @Override
    public void forEach(PostedBooks books, Consumer<Posted> differences, Consumer<Redated> redated) {
        Closing closing = after.all().getLast();
        Instant from = before.last().map(Closing::end).orElse(Instant.EPOCH);
        books.forEachBeyond(group, closing.onTheBooks(), from, closing.end(), entry -> {
            long place = LogPlace.of(entry.position());
            Instant to = after.bookedAt(place, entry.time());
            if (entry.bookedAt().equals(before.bookedAt(place, entry.time()))
                    && !entry.bookedAt().equals(to)) {
                redated.accept(new Redated(entry.event(), entry.bookedAt(), to));
            }
        });
    }
}
