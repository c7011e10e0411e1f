package dev.triad.ledger.posting;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the log; kept whole for what cannot be posted.
 *
 * @param position where it stands
 * @param time the record's own time stamp, which is no event time
 * @param key as sent
 * @param headers as sent, in order; only read for what cannot be posted
 * @param value as sent
 */
// The arrays are the log's own bytes, shared and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record RawRecord(
        RecordPosition position,
        Instant time,
        byte @Nullable [] key,
        Supplier<List<RawHeader>> headers,
        byte @Nullable [] value) {

    /** One header; the same name may come more than once. */
    @SuppressWarnings("ArrayRecordComponent")
    public record RawHeader(String name, byte @Nullable [] value) {}
}
