package dev.triad.ledger.audit;

import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Received;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Records of events for which no entry stands at their own place. That is right when the event was said at another place
 * too, and posted (or kept in suspense) from there. They are asked for some thousand at a time.
 */
final class Unposted {
    private static final int ASKED_AT_ONCE = 5_000;

    private record Record(Received.Decoded event, long position, boolean isReused) {}

    /** Where an event stands, and what it says there. */
    private record Known(long position, UUID digest) {}

    private final Connection connection;
    private final Findings findings;
    private final Consumer<Received.Decoded> lost;
    private final List<Record> records = new ArrayList<>();
    private final Set<EventKey> lostEvents = new HashSet<>();

    /** @param lost is given each event that is nowhere on the books, once */
    Unposted(Connection connection, Findings findings, Consumer<Received.Decoded> lost) {
        this.connection = connection;
        this.findings = findings;
        this.lost = lost;
    }

    /** A record that said what was said before. */
    void repeat(Received.Decoded event, long position) throws SQLException {
        add(new Record(event, position, false));
    }

    /** A record that was set aside because its id stood for something else before. */
    void reused(Received.Decoded event, long position) throws SQLException {
        add(new Record(event, position, true));
    }

    private void add(Record record) throws SQLException {
        records.add(record);
        if (records.size() == ASKED_AT_ONCE) {
            ask();
        }
    }

    /** Asks for those that have not been asked for yet. */
    void ask() throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        Set<UUID> ids = new HashSet<>();
        records.forEach(record -> ids.add(record.event().key().id()));
        Map<EventKey, List<Known>> known = new HashMap<>();
        read(known, ids, """
                select s.name, e.event_id, e.digest, e.position from entry e join source s on s.id = e.source_id
                where e.event_id = any(?) and e.revision = 0""");
        read(known, ids, """
                select source, event_id, digest, (topic::bigint << 56) | (partition::bigint << 40) | record_offset
                from suspense where event_id = any(?) and state <> 'resolved' and reason <> 'id-reused'""");
        for (Record record : records) {
            judge(record, known.getOrDefault(record.event().key(), List.of()));
        }
        records.clear();
    }

    private void judge(Record record, List<Known> known) {
        boolean isKnown = known.stream()
                .anyMatch(other -> other.position() != record.position()
                        && other.digest().equals(record.event().digest()) != record.isReused());
        if (isKnown) {
            return;
        }
        String name = LogPlace.position(record.position()).toString();
        if (record.isReused()) {
            findings.differ(
                    Subject.SUSPENSE, name, "an event of the same id that says something else", "none on the books");
        } else {
            findings.differ(Subject.RECORDS, name, "an entry or a suspense item", "neither, and it is no repeat");
            if (known.isEmpty() && lostEvents.add(record.event().key())) {
                lost.accept(record.event());
            }
        }
    }

    private void read(Map<EventKey, List<Known>> known, Set<UUID> ids, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.computeIfAbsent(
                                    new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(new Known(rows.getLong(4), rows.getObject(3, UUID.class)));
                }
            }
        }
    }
}
