package dev.triad.ledger.book;

import dev.triad.ledger.chain.OffsetRanges;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The links of the chain that a book follows in one step, lane by lane without a gap. */
final class Links {
    /** The most links of a lane in one step. */
    static final int OF_A_LANE_MAX = 100;

    /** Into how many ranges the places of listed entries are gathered; what lies in between is told apart by them all. */
    static final int RANGES_MAX = 32;

    private static final int FETCH_ROWS = 50;

    /** The first link of each lane, then the second of each, so that a step that ends early keeps none back for long. */
    private static final String SELECT = """
            select l.lane, l.height, l.from_offset, l.to_offset, l.unposted::text, l.own, l.elsewhere,
                   l.elsewhere_revisions
            from unnest(?::text[], ?::bigint[]) as behind (lane, height)
            cross join lateral (
                select * from chain_link link where link.lane = behind.lane and link.height > behind.height
                order by link.height limit ?) as l
            order by l.height - behind.height, l.lane""";

    /** Places in the log, the first and the one after the last. */
    record Range(long from, long until) {}

    /** An entry that a link lists. */
    record Listed(long position, int revision) {}

    /** What is followed of one lane. */
    static final class Followed {
        private final String lane;
        private final long place;
        private final long after;
        private final StringBuilder unposted = new StringBuilder();
        private long to;
        private long fromOffset = -1;
        private long toOffset = -1;
        private OffsetRanges parsed = new OffsetRanges();

        private Followed(String lane, long place, long after) {
            this.lane = lane;
            this.place = place;
            this.after = after;
            this.to = after;
        }

        private void add(ResultSet row) throws SQLException {
            to = row.getLong(2);
            fromOffset = fromOffset < 0 ? row.getLong(3) : fromOffset;
            toOffset = row.getLong(4);
            unposted.append(row.getString(5));
        }

        private void done() {
            parsed = OffsetRanges.parse(unposted.toString());
        }

        String lane() {
            return lane;
        }

        /** The link that had been followed last. */
        long after() {
            return after;
        }

        /** The last of the links. */
        long to() {
            return to;
        }

        /** The place of the first of their own records. */
        long from() {
            return place + fromOffset;
        }

        /** The place after the last of them. */
        long until() {
            return place + toOffset;
        }

        /** Whether an event's own entry was posted by these links. */
        boolean holds(long position) {
            return position >= from() && position < until() && !parsed.contains(position - place);
        }
    }

    private final Map<String, Followed> lanes = new LinkedHashMap<>();
    private final List<Listed> listed = new ArrayList<>();

    private Links() {}

    /**
     * The next links.
     *
     * @param heights the last link of each lane that was followed
     * @param heads the lanes
     * @param entriesMax no further link is taken once they hold that many entries
     */
    static Links after(
            Connection connection, Map<String, Long> heights, Map<String, ChainLanes.Head> heads, int entriesMax)
            throws SQLException {
        Links links = new Links();
        heads.forEach((lane, head) -> {
            long after = heights.getOrDefault(lane, 0L);
            if (head.height() > after) {
                links.lanes.put(lane, new Followed(lane, head.place(), after));
            }
        });
        if (!links.lanes.isEmpty()) {
            links.read(connection, entriesMax);
        }
        return links;
    }

    private void read(Connection connection, int entriesMax) throws SQLException {
        List<Followed> behind = List.copyOf(lanes.values());
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", behind.stream().map(Followed::lane).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", behind.stream().map(Followed::after).toArray()));
            select.setInt(3, OF_A_LANE_MAX);
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = select.executeQuery()) {
                long entries = 0;
                while (entries < entriesMax && rows.next()) {
                    Objects.requireNonNull(lanes.get(rows.getString(1))).add(rows);
                    entries += rows.getInt(6) + list(rows.getArray(7), rows.getArray(8));
                }
            }
        }
        behind.forEach(Followed::done);
        lanes.values().removeIf(followed -> followed.to() == followed.after());
    }

    private int list(Array positions, Array revisions) throws SQLException {
        Long[] places = (Long[]) positions.getArray();
        Short[] numbers = (Short[]) revisions.getArray();
        for (int i = 0; i < places.length; i++) {
            listed.add(new Listed(places[i], numbers[i]));
        }
        return places.length;
    }

    /** By lane. */
    List<Followed> followed() {
        return List.copyOf(lanes.values());
    }

    /** How many links. */
    long count() {
        return lanes.values().stream()
                .mapToLong(followed -> followed.to() - followed.after())
                .sum();
    }

    /** What the links list, in the order of places, some at a time. */
    List<List<Listed>> listed(int atOnceMax) {
        listed.sort(Comparator.comparingLong(Listed::position).thenComparingInt(Listed::revision));
        List<List<Listed>> parts = new ArrayList<>();
        for (int from = 0; from < listed.size(); from += atOnceMax) {
            parts.add(listed.subList(from, Math.min(listed.size(), from + atOnceMax)));
        }
        return parts;
    }

    /** A few ranges that hold all of the places, with the largest gaps between them. */
    static List<Range> ranges(List<Listed> sorted) {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            gaps.add(i);
        }
        gaps.sort(Comparator.comparingLong(
                i -> sorted.get(i - 1).position() - sorted.get(i).position()));
        List<Integer> cuts = new ArrayList<>(gaps.subList(0, Math.min(gaps.size(), RANGES_MAX - 1)));
        cuts.sort(Comparator.naturalOrder());
        cuts.add(sorted.size());
        List<Range> ranges = new ArrayList<>();
        int start = 0;
        for (int end : cuts) {
            ranges.add(
                    new Range(sorted.get(start).position(), sorted.get(end - 1).position() + 1));
            start = end;
        }
        return ranges;
    }
}
