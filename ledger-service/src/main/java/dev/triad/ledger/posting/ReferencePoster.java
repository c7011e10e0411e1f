package dev.triad.ledger.posting;

import dev.triad.events.GroupDeclared;
import dev.triad.events.RatePublished;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes up what a batch declares and publishes: groups first, then rates with the differences that they make. */
final class ReferencePoster {
    private final BatchBooks books;
    private final Map<EventKey, Integer> revisions = new HashMap<>();

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

    /** Takes up a rate, and posts the difference for every usage on the books that it prices otherwise. */
    private void publish(Received.Decoded event, RatePublished published) {
        Group group = books.groupWith(event, List.of(published.provider()));
        if (group == null) {
            return;
        }
        RateKey key = new RateKey(group.name(), published.provider(), published.resource());
        Rate rate = new Rate(published, event.event().time(), event.event().id());
        RateBook after = books.rates().with(key, rate);
        List<Posted> differences = differences(group, key, rate.effectiveFrom(), after);

        books.rates(after);
        books.batch().rates().add(new Batch.PublishedRate(key, rate));
        books.posted(event, group.name(), new Entry(Rule.RATE, List.of()), null);
        differences.forEach(difference -> {
            revisions.put(difference.event(), difference.revision());
            books.batch().posted().add(difference);
        });
    }

    private List<Posted> differences(Group group, RateKey key, Instant from, RateBook after) {
        List<Posted> differences = new ArrayList<>();
        for (PostedUsage usage :
                books.view().usages(key, from, after.nextAfter(key, from).orElse(null))) {
            Optional<Rate> oldRate = books.rates().at(key, usage.time());
            Optional<Rate> newRate = after.at(key, usage.time());
            if (oldRate.isPresent() && newRate.isPresent() && !oldRate.get().equals(newRate.get())) {
                Posted difference = difference(group, usage, oldRate.get(), newRate.get());
                if (!difference.entry().postings().isEmpty()) {
                    differences.add(difference);
                }
            }
        }
        return differences;
    }

    private Posted difference(Group group, PostedUsage posted, Rate oldRate, Rate newRate) {
        Usage usage = posted.usage();
        UsagePosting.Price difference = UsagePosting.price(group, usage, posted.quantity(), newRate)
                .minus(UsagePosting.price(group, usage, posted.quantity(), oldRate));
        return new Posted(
                posted.event(),
                group.name(),
                posted.position(),
                revisions.getOrDefault(posted.event(), posted.lastRevision()) + 1,
                posted.digest(),
                posted.time(),
                UsagePosting.post(usage, difference, Rule.REPRICING),
                new Posted.RatedUsage(usage, posted.quantity(), newRate),
                null,
                null);
    }
}
