package dev.triad.ledger.posting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What follows from a key and is asked for again and again. Its memory is bounded: when it is full, it begins anew. */
final class Memo<K, V> {
    private static final int KEYS_MAX = 100_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> maker;

    Memo(Function<K, V> maker) {
        this.maker = maker;
    }

    V of(K key) {
        V value = known.get(key);
        return value == null ? made(key) : value;
    }

    private V made(K key) {
        if (known.size() >= KEYS_MAX) {
            known.clear();
        }
        return known.computeIfAbsent(key, maker);
    }
}
