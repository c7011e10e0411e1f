package dev.triad.ledger.rate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** The rates in effect, by resource and moment. Immutable; which publications win does not depend on their order. */
public final class RateBook {
    public static final RateBook EMPTY = new RateBook(Map.of());

    /** By the moment from which they are in effect, the publication that wins first. */
    private final Map<RateKey, NavigableMap<Instant, List<Rate>>> rates;

    private RateBook(Map<RateKey, NavigableMap<Instant, List<Rate>>> rates) {
        this.rates = rates;
    }

    /** The rate in effect at a moment: the one with the latest effective date that is not after it. */
    public Optional<Rate> at(RateKey key, Instant time) {
        NavigableMap<Instant, List<Rate>> versions = rates.get(key);
        if (versions == null) {
            return Optional.empty();
        }
        Map.Entry<Instant, List<Rate>> version = versions.floorEntry(time);
        return version == null
                ? Optional.empty()
                : Optional.of(version.getValue().getFirst());
    }

    /** The rate that would be in effect at a moment if only some had been published. */
    public Optional<Rate> at(RateKey key, Instant time, Predicate<Rate> published) {
        NavigableMap<Instant, List<Rate>> versions = rates.get(key);
        return versions == null
                ? Optional.empty()
                : versions.headMap(time, true).descendingMap().values().stream()
                        .flatMap(List::stream)
                        .filter(published)
                        .findFirst();
    }

    /** The publication of a rate by an event, whether or not another corrects it. */
    public Optional<Rate> published(RateKey key, Instant effectiveFrom, UUID event) {
        NavigableMap<Instant, List<Rate>> versions = rates.get(key);
        return versions == null
                ? Optional.empty()
                : versions.getOrDefault(effectiveFrom, List.of()).stream()
                        .filter(rate -> rate.eventId().equals(event))
                        .findFirst();
    }

    /** This book with a publication added; it changes nothing where another corrects it. */
    public RateBook with(RateKey key, Rate rate) {
        Map<RateKey, NavigableMap<Instant, List<Rate>>> copy = new HashMap<>(rates);
        NavigableMap<Instant, List<Rate>> versions = new TreeMap<>(copy.getOrDefault(key, new TreeMap<>()));
        versions.merge(rate.effectiveFrom(), List.of(rate), RateBook::merged);
        copy.put(key, versions);
        return new RateBook(copy);
    }

    private static List<Rate> merged(List<Rate> some, List<Rate> more) {
        List<Rate> all = new ArrayList<>(some);
        more.stream().filter(rate -> !some.contains(rate)).forEach(all::add);
        all.sort(Rate.BY_PUBLICATION.reversed());
        return List.copyOf(all);
    }

    /** When the next rate after a moment takes over, if one does. */
    public Optional<Instant> nextAfter(RateKey key, Instant time) {
        NavigableMap<Instant, List<Rate>> versions = rates.get(key);
        return versions == null ? Optional.empty() : Optional.ofNullable(versions.higherKey(time));
    }

    /** For each resource of a group, since when the earliest of some of its rates is in effect. */
    public Map<RateKey, Instant> earliest(String group, Predicate<Rate> which) {
        Map<RateKey, Instant> earliest = new HashMap<>();
        rates.forEach((key, versions) -> {
            if (key.group().equals(group)) {
                versions.values().stream()
                        .flatMap(List::stream)
                        .filter(which)
                        .findFirst()
                        .ifPresent(rate -> earliest.put(key, rate.effectiveFrom()));
            }
        });
        return earliest;
    }
}
