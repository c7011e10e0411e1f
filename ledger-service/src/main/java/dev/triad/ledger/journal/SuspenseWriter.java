package dev.triad.ledger.journal;

import dev.triad.events.CloudEvent;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Suspended;
import dev.triad.ledger.posting.Wanted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what could not be posted, and takes off what now could. */
final class SuspenseWriter {
    private static final int DETAIL_MAX = 500;

    private static final String INSERT = """
            insert into suspense (state, reason, detail, waits_for, group_name, wanted, wanted_sale, source, event_id,
                                  event_type, event_time, digest, topic, partition, record_offset, record_time,
                                  key, headers, value)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (topic, partition, record_offset) do nothing""";

    private static final String UPDATE = """
            update suspense set state = ?, reason = ?, detail = ?, waits_for = ?, group_name = ?, wanted = ?,
                   wanted_sale = ?, source = ?, event_id = ?, event_type = ?, event_time = ?, digest = ?,
                   attempts = attempts + 1
            where id = ?""";

    private SuspenseWriter() {}

    static void insert(Connection connection, List<Suspended> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Suspended item : items) {
                RawRecord raw = item.received().raw();
                bind(insert, item);
                insert.setInt(13, LogTopics.number(raw.position().topic()));
                insert.setInt(14, raw.position().partition());
                insert.setLong(15, raw.position().offset());
                insert.setTimestamp(16, Timestamp.from(raw.time()));
                insert.setBytes(17, raw.key());
                insert.setBytes(18, RawHeaders.encode(raw.headers().get()));
                insert.setBytes(19, raw.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Settles items that were tried again: those not suspended anew are done with. */
    static void settle(Connection connection, Map<RecordPosition, Long> tried, List<Suspended> again)
            throws SQLException {
        Set<Long> done = new HashSet<>(tried.values());
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Suspended item : again) {
                Long id = tried.get(item.received().raw().position());
                if (id != null) {
                    done.remove(id);
                    bind(update, item);
                    update.setLong(13, id);
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
        resolve(connection, done);
    }

    /** Waiting items leave without trace, as they were never wrong; quarantined ones are kept as resolved. */
    private static void resolve(Connection connection, Collection<Long> ids) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from suspense where state = 'waiting' and id = any(?)");
                PreparedStatement resolve = connection.prepareStatement(
                        "update suspense set state = 'resolved', attempts = attempts + 1 where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
            resolve.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            resolve.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Suspended item) throws SQLException {
        statement.setString(1, item.wanted() == null ? "quarantined" : "waiting");
        statement.setString(2, item.reason());
        statement.setString(3, printable(item.detail()));
        bind(statement, item.wanted());
        switch (item.received()) {
            case Received.Decoded decoded -> {
                CloudEvent event = decoded.event();
                statement.setString(8, event.source().toString());
                statement.setObject(9, event.id());
                statement.setString(10, event.type().typeName());
                statement.setTimestamp(11, Timestamp.from(event.time()));
                statement.setObject(12, decoded.digest());
                if (item.wanted() == null) {
                    statement.setString(5, event.source().group());
                }
            }
            case Received.Undecodable _ -> {
                statement.setNull(8, Types.VARCHAR);
                statement.setNull(9, Types.OTHER);
                statement.setNull(10, Types.VARCHAR);
                statement.setNull(11, Types.TIMESTAMP);
                statement.setNull(12, Types.OTHER);
            }
        }
    }

    private static void bind(PreparedStatement statement, @org.jspecify.annotations.Nullable Wanted wanted)
            throws SQLException {
        for (int parameter : new int[] {4, 5, 6}) {
            statement.setNull(parameter, Types.VARCHAR);
        }
        statement.setNull(7, Types.OTHER);
        if (wanted == null) {
            return;
        }
        switch (wanted) {
            case Wanted.ForGroup(String group) -> bind(statement, "group", group, "");
            case Wanted.ForUnit(String group, String unit) -> bind(statement, "unit", group, unit);
            case Wanted.ForRate(var key) -> bind(statement, "rate", key.group(), key.provider() + "/" + key.resource());
            case Wanted.ForSale(var sale) -> {
                bind(statement, "sale", sale.source().group(), sale.source().toString());
                statement.setObject(7, sale.id());
            }
        }
    }

    private static void bind(PreparedStatement statement, String kind, String group, String wanted)
            throws SQLException {
        statement.setString(4, kind);
        statement.setString(5, group);
        statement.setString(6, wanted);
    }

    /** A message that any terminal and any database can hold. */
    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > DETAIL_MAX ? plain.substring(0, DETAIL_MAX) : plain;
    }
}
