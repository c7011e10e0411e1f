package dev.triad.ledger.journal;

import dev.triad.ledger.posting.Redated;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;

/**
 * Gives entries other accounting dates. What they come to leaves the balances of one time and joins those of another; that
 * is written to one shard, whose rows may then say less than nothing: a balance is the sum of all shards.
 */
final class DateWriter {
    private static final String LATE = """
            with late as (
                select e.event_id, e.source_id, e.revision, moved.since, moved.til, e.accounts, e.amounts
                from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as moved (event_id, source, since, til)
                join source s on s.name = moved.source
                join entry e on e.event_id = moved.event_id and e.source_id = s.id and e.booked_at = moved.since),
            change as (
                select account_id, sign, at, sign * greatest(amount, 0) as debit, sign * greatest(-amount, 0) as credit
                from late cross join lateral unnest(accounts, amounts) as posting (account_id, amount)
                    cross join lateral (values (-1::numeric, since), (1::numeric, til)) as side (sign, at))""";

    private static final String MOVE = """
            insert into %1$s as b (account_id, %2$s, shard, debit, credit, postings)
                select account_id, date_trunc('%2$s', at, 'UTC'), 0, sum(debit), sum(credit), sum(sign)
                from change group by 1, 2 order by 1, 2""";

    private static final String MOVE_ALL = moveAll();

    /** The one change of an entry that there is; it is made by its owner, as nobody else may update one. */
    private static final String REDATE = "select redate(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])";

    /** Whoever keeps sums by accounting date elsewhere looks here whether they still hold. */
    private static final String COUNT = """
            insert into redating as r (group_id, number)
            select id, 1 from consolidation_group where name = any(?)
            on conflict (group_id) do update set number = r.number + 1""";

    private DateWriter() {}

    /** The balances of every grain, each in a part of one statement. */
    private static String moveAll() {
        StringBuilder sql = new StringBuilder(LATE);
        for (Grain grain : Grain.values()) {
            String move = MOVE.formatted(grain.table(), grain.column()) + grain.addToThere();
            sql.append(grain == Grain.MONTH ? " " + move : ", " + grain.column() + "s as (" + move + ")");
        }
        return sql.toString();
    }

    static void write(Connection connection, List<Redated> entries) throws SQLException {
        // The balances are moved by what the entries say of their time, and so first.
        execute(connection, MOVE_ALL, entries);
        execute(connection, REDATE, entries);
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            entries.stream()
                                    .map(entry -> entry.event().source().group())
                                    .distinct()
                                    .toArray()));
            count.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql, List<Redated> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, array(connection, "uuid", entries, entry -> entry.event().id()));
            statement.setArray(
                    2,
                    array(
                            connection,
                            "text",
                            entries,
                            entry -> entry.event().source().toString()));
            statement.setArray(3, array(connection, "timestamptz", entries, entry -> Timestamp.from(entry.from())));
            statement.setArray(4, array(connection, "timestamptz", entries, entry -> Timestamp.from(entry.to())));
            statement.execute();
        }
    }

    private static Array array(Connection connection, String type, List<Redated> entries, Function<Redated, ?> field)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(field).toArray());
    }
}
