package dev.triad.events;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition of the log was on the books.
 *
 * @param topic such as {@code triad.usage}
 * @param partition from 0
 * @param next the offset of the next record to post
 * @param pending the offsets below it whose records were not on the books, and may be later, 0 to
 *     {@value #RANGES_MAX} ranges
 */
public record PartitionCut(String topic, Integer partition, Long next, List<OffsetRange> pending) {
    /** The most ranges of one partition. */
    public static final int RANGES_MAX = 10_000;

    /** The highest number of a partition. */
    public static final int PARTITION_MAX = 65_535;

    /** The highest offset. */
    public static final long OFFSET_MAX = (1L << 40) - 1;

    public PartitionCut {
        Names.require("cut.topic", topic);
        Require.between("cut.partition", Require.present("cut.partition", partition), 0, PARTITION_MAX);
        Require.between("cut.next", Require.present("cut.next", next), 0, OFFSET_MAX);
        pending = Require.list("cut.pending", pending, 0, RANGES_MAX);
    }

    static PartitionCut read(JsonFields in) throws IOException {
        String topic = null;
        Integer partition = null;
        Long next = null;
        List<OffsetRange> pending = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "topic" -> topic = in.text("cut.topic", topic);
                case "partition" -> partition = in.integer("cut.partition", partition);
                case "next" -> next = in.number("cut.next", next);
                case "pending" -> pending = in.objects("cut.pending", pending, RANGES_MAX, OffsetRange::read);
                default -> in.skip();
            }
        }
        return new PartitionCut(
                Require.present("cut.topic", topic),
                Require.present("cut.partition", partition),
                Require.present("cut.next", next),
                orNone(pending));
    }

    private static List<OffsetRange> orNone(@Nullable List<OffsetRange> ranges) {
        return ranges == null ? List.of() : ranges;
    }
}
