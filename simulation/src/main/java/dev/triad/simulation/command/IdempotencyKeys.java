package dev.triad.simulation.command;

import dev.triad.events.Source;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest keys of all units, the oldest forgotten first. */
@Singleton
class IdempotencyKeys {
    /** How many keys are remembered. */
    static final int KEYS_MAX = 20_000;

    private record Scoped(Source source, String key) {}

    private final Map<Scoped, Attempt> attempts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scoped, Attempt> eldest) {
            return size() > KEYS_MAX;
        }
    };

    /** The attempt under a key, made when there is none yet. */
    synchronized Attempt claim(Source source, String key, String requestDigest) {
        return attempts.computeIfAbsent(new Scoped(source, key), _ -> new Attempt(requestDigest));
    }

    /** Forgets a key whose command was refused. */
    synchronized void drop(Source source, String key, Attempt attempt) {
        attempts.remove(new Scoped(source, key), attempt);
    }

    /** Remembers what the log tells. */
    synchronized void restore(Source source, String key, Attempt attempt) {
        attempts.putIfAbsent(new Scoped(source, key), attempt);
    }
}
