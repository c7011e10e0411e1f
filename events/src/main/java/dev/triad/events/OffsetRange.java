package dev.triad.events;

import java.io.IOException;

/**
 * Offsets of a partition.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record OffsetRange(Long from, Long to) {
    public OffsetRange {
        Require.between("cut.pending.from", Require.present("cut.pending.from", from), 0, PartitionCut.OFFSET_MAX);
        Require.between("cut.pending.to", Require.present("cut.pending.to", to), 0, PartitionCut.OFFSET_MAX);
        if (from >= to) {
            throw new InvalidEventException(Defect.FIELD, "cut.pending.from must be less than cut.pending.to");
        }
    }

    static OffsetRange read(JsonFields in) throws IOException {
        Long from = null;
        Long to = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "from" -> from = in.number("cut.pending.from", from);
                case "to" -> to = in.number("cut.pending.to", to);
                default -> in.skip();
            }
        }
        return new OffsetRange(Require.present("cut.pending.from", from), Require.present("cut.pending.to", to));
    }
}
