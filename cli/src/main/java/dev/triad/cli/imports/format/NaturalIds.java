package dev.triad.cli.imports.format;

import com.carrotsearch.hppc.LongIntHashMap;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Ids of rows that carry no key of their own: the row's content is its key. Rows that are identical are told
 * apart by their order, the second from the first, so that both count, and count once however often the file
 * is imported, and wherever in the file they stand.
 *
 * <p>Only a 64-bit digest of each row is kept, about 16 bytes. Should two different rows ever share one, the
 * later is merely numbered as a second: its id still derives from all of its content.
 */
final class NaturalIds {
    private final Source source;
    private final LongIntHashMap occurrences = new LongIntHashMap();

    NaturalIds(Source source) {
        this.source = source;
    }

    /** The id of the next row with this content; content is at least one string. */
    UUID next(Instant time, String... content) {
        UUID first = EventIds.derived(time, source, content);
        int occurrence = occurrences.addTo(first.getLeastSignificantBits(), 1);
        if (occurrence == 1) {
            return first;
        }
        String[] numbered = Arrays.copyOf(content, content.length + 2);
        numbered[content.length] = "occurrence";
        numbered[content.length + 1] = Integer.toString(occurrence);
        return EventIds.derived(time, source, numbered);
    }
}
