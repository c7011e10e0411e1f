package dev.triad.ledger.posting;

import dev.triad.events.GroupDeclared;
import dev.triad.events.RatePublished;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateKey;
import java.util.List;

/** Takes up what a batch declares and publishes: groups first, then rates with the differences that they make. */
final class ReferencePoster {
    private final BatchBooks books;

    ReferencePoster(BatchBooks books) {
        this.books = books;
    }

    void post(List<Received.Decoded> events) {
        for (Received.Decoded event : events) {
            if (event.event().data() instanceof GroupDeclared declaration) {
                declare(event, declaration);
            }
        }
        for (Received.Decoded event : events) {
            if (event.event().data() instanceof RatePublished published) {
                books.guarded(event, () -> publish(event, published));
            }
        }
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
        books.posted(event, name, new Entry(Rule.DECLARATION, List.of()), null);
    }

    /** Takes up a rate, unless one of the differences that it makes on the books does not fit. */
    private void publish(Received.Decoded event, RatePublished published) {
        Group group = books.groupWith(event, List.of(published.provider()));
        if (group == null) {
            return;
        }
        RateKey key = new RateKey(group.name(), published.provider(), published.resource());
        Rate rate = new Rate(published, event.event().time(), event.event().id());
        Repricing repricing = Repricing.of(group, key, books.rates(), rate);
        boolean differs = repricing.count(books.view()) > 0;

        books.rates(repricing.after());
        books.batch().rates().add(new Batch.PublishedRate(key, rate));
        books.posted(event, group.name(), new Entry(Rule.RATE, List.of()), null);
        if (differs) {
            books.batch().repricings().add(repricing);
        }
    }
}
