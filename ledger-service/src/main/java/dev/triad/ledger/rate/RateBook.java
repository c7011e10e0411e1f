package dev.triad.ledger.rate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The rates in effect, by resource and moment. Immutable; which publications win does not depend on their order. */
public final class RateBook {
    public static final RateBook EMPTY = new RateBook(Map.of());

    private final Map<RateKey, NavigableMap<Instant, Rate>> rates;

    private RateBook(Map<RateKey, NavigableMap<Instant, Rate>> rates) {
        this.rates = rates;
    }

    /** The rate in effect at a moment: the one with the latest effective date that is not after it. */
    public Optional<Rate> at(RateKey key, Instant time) {
        NavigableMap<Instant, Rate> versions = rates.get(key);
        if (versions == null) {
            return Optional.empty();
        }
        Map.Entry<Instant, Rate> version = versions.floorEntry(time);
        return version == null ? Optional.empty() : Optional.of(version.getValue());
    }

    /** This book with a publication added; it changes nothing where another corrects it. */
    public RateBook with(RateKey key, Rate rate) {
        Map<RateKey, NavigableMap<Instant, Rate>> copy = new HashMap<>(rates);
        NavigableMap<Instant, Rate> versions = new TreeMap<>(copy.getOrDefault(key, new TreeMap<>()));
        versions.merge(rate.effectiveFrom(), rate, (a, b) -> Rate.BY_PUBLICATION.compare(a, b) >= 0 ? a : b);
        copy.put(key, versions);
        return new RateBook(copy);
    }

    /** When the next rate after a moment takes over, if one does. */
    public Optional<Instant> nextAfter(RateKey key, Instant time) {
        NavigableMap<Instant, Rate> versions = rates.get(key);
        return versions == null ? Optional.empty() : Optional.ofNullable(versions.higherKey(time));
    }

    /** Every version in effect at some time, by resource. */
    public Map<RateKey, NavigableMap<Instant, Rate>> versions() {
        return rates;
    }
}
