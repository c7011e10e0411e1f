package dev.triad.ledger.audit;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.BatchPoster;
import dev.triad.ledger.posting.DatedEntry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.LedgerView;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Posts one event at a time by the pure engine, as if nothing but groups and rates were on the books. */
final class Reposting {
    private final Reference inEffect;
    private final Reference closed;
    private final Map<Rate, Reference> byRate = new HashMap<>();

    Reposting(Map<String, Group> groups, RateBook rates, Map<String, Closings> closings) {
        inEffect = new Reference(groups, rates, Map.of());
        closed = new Reference(groups, rates, closings);
    }

    Map<String, Group> groups() {
        return inEffect.groups();
    }

    /** As the closings of the log date it, and by the rates that they know. */
    Batch postDated(Received.Decoded event) {
        return BatchPoster.post(new View(closed, Map.of()), List.of(event));
    }

    /** By the rates that are in effect now, as if nothing had been closed. */
    Batch post(Received.Decoded event) {
        return BatchPoster.post(new View(inEffect, Map.of()), List.of(event));
    }

    /** As if one rate were all that had been published. */
    Batch postByRate(Received.Decoded event, Batch.PublishedRate only) {
        Reference reference = byRate.computeIfAbsent(
                only.rate(), rate -> new Reference(inEffect.groups(), RateBook.EMPTY.with(only.key(), rate), Map.of()));
        return BatchPoster.post(new View(reference, Map.of()), List.of(event));
    }

    /** A return, with its sale in a state. */
    Batch postReturn(Received.Decoded event, EventKey sale, @Nullable SaleOnFile state) {
        return BatchPoster.post(new View(inEffect, state == null ? Map.of() : Map.of(sale, state)), List.of(event));
    }

    private record View(Reference reference, Map<EventKey, SaleOnFile> onFile) implements LedgerView {
        @Override
        public Map<EventKey, UUID> known(List<Received.Decoded> events) {
            return Map.of();
        }

        @Override
        public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) {
            return onFile;
        }

        @Override
        public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action) {}

        @Override
        public void forEachBeyond(
                String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action) {}
    }
}
