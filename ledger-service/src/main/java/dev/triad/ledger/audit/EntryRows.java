package dev.triad.ledger.audit;

import dev.triad.ledger.chain.ChainedEntry;
import dev.triad.ledger.chain.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All entries in the order of the log, some thousand in memory at a time. */
final class EntryRows implements AutoCloseable {
    static final int FETCHED = 5_000;

    /** What {@link #read} reads, of an entry called {@code e}. The one place that knows the table's columns. */
    static final String COLUMNS = """
            e.position, e.revision, e.rule, e.event_id, e.source_id, e.group_id, e.digest,
            (extract(epoch from coalesce(e.occurred_at, e.booked_at)) * 1000000)::bigint,
            (extract(epoch from e.rate_from) * 1000000)::bigint, e.rate_event,
            e.accounts::text, e.amounts::text, e.usage_key, e.quantity, sha256(e.sale),
            (extract(epoch from e.booked_at) * 1000000)::bigint
            """;

    private static final int USUAL_POSTINGS = 8;

    private final PreparedStatement select;
    private final ResultSet rows;
    private @Nullable BookEntry next;

    EntryRows(Connection connection) throws SQLException {
        select = connection.prepareStatement(
                "select " + COLUMNS + " from entry e order by e.position, e.revision, e.event_id");
        select.setFetchSize(FETCHED);
        rows = select.executeQuery();
        advance();
    }

    /** The next entry, which stays the next one until {@link #take}; null at the end. */
    @Nullable
    BookEntry peek() {
        return next;
    }

    void take() throws SQLException {
        advance();
    }

    private void advance() throws SQLException {
        next = rows.next() ? read(rows, 1) : null;
    }

    /** Reads {@link #COLUMNS} from a column on. */
    static BookEntry read(ResultSet rows, int first) throws SQLException {
        ChainedEntry chained = new ChainedEntry(
                rows.getLong(first),
                rows.getInt(first + 1),
                rows.getInt(first + 2),
                rows.getObject(first + 3, UUID.class),
                rows.getInt(first + 4),
                rows.getInt(first + 5),
                rows.getObject(first + 6, UUID.class),
                rows.getLong(first + 7),
                rows.getLong(first + 8),
                rows.getObject(first + 9, UUID.class),
                Arrays.stream(numbers(rows.getString(first + 10)))
                        .mapToInt(Math::toIntExact)
                        .toArray(),
                numbers(rows.getString(first + 11)));
        byte[] sale = rows.getBytes(first + 14);
        return new BookEntry(
                chained,
                rows.getInt(first + 12),
                rows.getBigDecimal(first + 13),
                sale == null ? null : Hash.of(sale),
                rows.getLong(first + 15));
    }

    /** The numbers of an array as PostgreSQL writes it, {@code {1,-2}}. */
    static long[] numbers(String array) {
        long[] numbers = new long[USUAL_POSTINGS];
        int size = 0;
        int at = 1;
        while (at < array.length() - 1) {
            int end = array.indexOf(',', at);
            end = end < 0 ? array.length() - 1 : end;
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = Long.parseLong(array, at, end, 10);
            at = end + 1;
        }
        return Arrays.copyOf(numbers, size);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        select.close();
    }
}
