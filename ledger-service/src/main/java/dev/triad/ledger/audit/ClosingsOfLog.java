package dev.triad.ledger.audit;

import dev.triad.events.PeriodClosed;
import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.ClosingPoster;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Received;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The closings that the log has, of which the books say that they are posted. */
final class ClosingsOfLog {
    private final Map<String, List<Closing>> taken = new HashMap<>();
    private final Map<String, String> words = new TreeMap<>();

    void take(Received.Decoded event, PeriodClosed data) {
        String group = event.event().source().group();
        Closing closing = ClosingPoster.closing(event, data);
        taken.computeIfAbsent(group, _ -> new ArrayList<>()).add(closing);
        byte[] value = event.raw().value();
        words.put(
                name(group, data.period()),
                words(closing.event(), closing.place(), closing.closedAt(), value == null ? new byte[0] : value));
    }

    /** By group; of two that close the same, the first in the log. */
    Map<String, Closings> byGroup() {
        Map<String, Closings> closings = new HashMap<>();
        taken.forEach((group, all) -> {
            all.sort(Comparator.comparing(Closing::period).thenComparingLong(Closing::place));
            Closings some = Closings.NONE;
            for (Closing closing : all) {
                some = some.accepts(closing) ? some.with(closing) : some;
            }
            closings.put(group, some);
        });
        return closings;
    }

    /** Holds the books' closings to those of the log. */
    void compare(Connection connection, Findings findings) throws SQLException {
        Map<String, String> left = new TreeMap<>(words);
        try (PreparedStatement select = connection.prepareStatement("""
                        select g.name, c.period, c.event_id, c.position, c.closed_at, c.data
                        from closing c join consolidation_group g on g.id = c.group_id""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String name = name(rows.getString(1), rows.getString(2));
                String expected = left.remove(name);
                findings.same(
                        Subject.REFERENCE,
                        name,
                        expected == null ? "no such closing" : expected,
                        words(
                                rows.getObject(3, UUID.class),
                                rows.getLong(4),
                                rows.getTimestamp(5).toInstant(),
                                rows.getBytes(6)));
            }
        }
        left.forEach((name, expected) -> findings.same(Subject.REFERENCE, name, expected, "no such closing"));
    }

    private static String name(String group, String period) {
        return "the closing of " + period + " by " + group;
    }

    private static String words(UUID event, long place, Instant closedAt, byte[] data) {
        return "event %s at %s, %s, data %s".formatted(event, LogPlace.position(place), closedAt, Hash.ofData(data));
    }
}
