package dev.triad.signature;

import dev.triad.events.Defect;
import dev.triad.events.InvalidEventException;
import dev.triad.events.Names;
import dev.triad.events.Source;
import java.util.List;

/**
 * Somebody who writes events.
 *
 * @param name as {@code ce_producer} says it
 * @param keys by any of which its events may be signed; several while one takes the place of another
 * @param sources whose events it may write
 */
public record Producer(String name, List<TrustedKey> keys, List<SourcePattern> sources) {
    /** How many keys a producer may have; each that does not fit costs a hash. */
    public static final int KEYS_MAX = 16;

    public Producer {
        keys = List.copyOf(keys);
        sources = List.copyOf(sources);
        if (!Names.isName(name)) {
            throw new IllegalArgumentException("a producer's name is of lower-case letters, digits, '.', '_' and '-'");
        }
        if (keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("the producer " + name + " must have 1 to " + KEYS_MAX + " keys");
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("the producer " + name + " must have sources");
        }
    }

    /**
     * Holds it to its sources.
     *
     * @throws InvalidEventException when the source is none of them
     */
    void requireMayWrite(Source source) {
        for (SourcePattern pattern : sources) {
            if (pattern.matches(source)) {
                return;
            }
        }
        throw new InvalidEventException(
                Defect.FOREIGN_SOURCE, "ce_source is not one that " + name + " may write: its sources are " + sources);
    }
}
