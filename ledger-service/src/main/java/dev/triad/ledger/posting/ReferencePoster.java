package dev.triad.ledger.posting;

import dev.triad.events.GroupDeclared;
import dev.triad.events.PeriodClosed;
import dev.triad.events.RatePublished;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes up what a batch declares, publishes and closes: groups first, then rates and closings in the order of the log,
 * with what they change of the books.
 */
final class ReferencePoster {
    private final BatchBooks books;
    private final List<Runnable> entries = new ArrayList<>();

    ReferencePoster(BatchBooks books) {
        this.books = books;
    }

    void post(List<Received.Decoded> events) {
        List<Received.Decoded> ordered = events.stream()
                .sorted(Comparator.comparingLong(
                        event -> LogPlace.of(event.raw().position())))
                .toList();
        for (Received.Decoded event : ordered) {
            if (event.event().data() instanceof GroupDeclared declaration) {
                declare(event, declaration);
            }
        }
        for (Received.Decoded event : ordered) {
            switch (event.event().data()) {
                case RatePublished published -> books.guarded(event, () -> publish(event, published));
                case PeriodClosed closed -> books.guarded(event, () -> close(event, closed));
                default -> {}
            }
        }
        // What the closings of the batch come to decides the accounting dates of all that is in it.
        entries.forEach(Runnable::run);
    }

    private void declare(Received.Decoded event, GroupDeclared declaration) {
        String name = event.event().source().group();
        Group declared = Group.declared(name, declaration);
        Group before = books.groups().get(name);
        if (before != null && !before.accepts(declared)) {
            books.reject(
                    event,
                    RejectReason.DECLARATION_CONFLICT,
                    "a later declaration may add units; it cannot change the asset, the transfer price or a storefront");
            return;
        }
        Group after = before == null ? declared : before.merged(declared);
        books.groups().put(name, after);
        books.batch().groups().put(name, after);
        posted(event, Rule.DECLARATION);
    }

    /** Takes up a rate, unless one of the differences that it makes on the books does not fit. */
    private void publish(Received.Decoded event, RatePublished published) {
        Group group = books.groupWith(event, List.of(published.provider()));
        if (group == null) {
            return;
        }
        RateKey key = new RateKey(group.name(), published.provider(), published.resource());
        Rate rate = new Rate(
                published,
                event.event().time(),
                event.event().id(),
                LogPlace.of(event.raw().position()));
        Repricing repricing = Repricing.of(group, key, books.rates(), books.closings(group.name()), rate);
        boolean differs = repricing.count(books.view()) > 0;

        books.rates(repricing.after());
        books.batch().rates().add(new Batch.PublishedRate(key, rate));
        posted(event, Rule.RATE);
        if (differs) {
            books.batch().changes().add(repricing);
        }
    }

    private void close(Received.Decoded event, PeriodClosed closed) {
        if (new ClosingPoster(books).close(event, closed)) {
            posted(event, Rule.CLOSING);
        }
    }

    private void posted(Received.Decoded event, Rule rule) {
        entries.add(() -> books.posted(event, event.event().source().group(), new Entry(rule, List.of()), null));
    }
}
