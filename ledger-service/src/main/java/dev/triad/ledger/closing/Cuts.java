package dev.triad.ledger.closing;

import dev.triad.events.OffsetRange;
import dev.triad.events.PartitionCut;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * Takes cuts: how far the log is on the books, and what of it is not. All of a cut is of one moment, as one transaction
 * sees it.
 */
@ApplicationScoped
class Cuts {
    /** As many ranges fit an event, with room for offsets of any length. */
    static final int RANGES_MAX = 10_000;

    private static final int FETCH_ROWS = 2_000;

    private record Partition(int topic, int number) {}

    private record Held(Partition partition, long offset) {}

    private final Jdbi jdbi;

    Cuts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The cut of now, or the problem that events of the period wait, or that too much is in quarantine.
     *
     * @param end the first moment after the period
     */
    List<PartitionCut> take(String group, Instant end) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            requireNoneWaiting(handle, group, end);
            Map<Partition, List<OffsetRange>> pending = pending(handle, group);
            return handle.createQuery(
                            "select topic, partition, next_offset from intake_offset order by topic, partition")
                    .map((rows, _) -> new PartitionCut(
                            LogTopics.name(rows.getInt(1)),
                            rows.getInt(2),
                            rows.getLong(3),
                            pending.getOrDefault(new Partition(rows.getInt(1), rows.getInt(2)), List.of())))
                    .list();
        });
    }

    private static void requireNoneWaiting(Handle handle, String group, Instant end) {
        long waiting = handle.createQuery("""
                        select count(*) from suspense
                        where state = 'waiting' and group_name = :group and event_time < :end""")
                .bind("group", group)
                .bind("end", end.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
        if (waiting > 0) {
            throw Problems.EVENTS_WAITING.because(
                    "%d that happened before %s; see /api/v1/suspense?group=%s&state=waiting for what they wait for."
                            .formatted(waiting, end, group));
        }
    }

    /** What is no event may be one of any group, once it can be read. */
    private static Map<Partition, List<OffsetRange>> pending(Handle handle, String group) {
        Map<Partition, List<OffsetRange>> pending = new HashMap<>();
        int ranges = 0;
        try (ResultIterator<Held> items = handle.createQuery("""
                        select topic, partition, record_offset from suspense
                        where state <> 'resolved' and (group_name = :group or group_name is null)
                        order by topic, partition, record_offset""")
                .bind("group", group)
                .setFetchSize(FETCH_ROWS)
                .map((rows, _) -> new Held(new Partition(rows.getInt(1), rows.getInt(2)), rows.getLong(3)))
                .iterator()) {
            while (items.hasNext()) {
                Held item = items.next();
                ranges += add(pending.computeIfAbsent(item.partition(), _ -> new ArrayList<>()), item.offset());
                if (ranges > RANGES_MAX) {
                    throw Problems.TOO_MUCH_PENDING.because(
                            "More than %d runs of records are in quarantine; see /api/v1/suspense and redrive what can be."
                                    .formatted(RANGES_MAX));
                }
            }
        }
        return pending;
    }

    /** How many ranges more it makes: none when the offset follows the last one. */
    private static int add(List<OffsetRange> ranges, long offset) {
        if (!ranges.isEmpty() && ranges.getLast().to() == offset) {
            OffsetRange last = ranges.removeLast();
            ranges.add(new OffsetRange(last.from(), offset + 1));
            return 0;
        }
        ranges.add(new OffsetRange(offset, offset + 1));
        return 1;
    }
}
