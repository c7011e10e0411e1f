package dev.triad.ledger.journal;

import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.SaleOnFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the entries, balances and returns of a batch. */
@ApplicationScoped
class BatchWriter {
    private static final String COPY_ENTRIES = """
            copy entry (event_id, source_id, revision, group_id, rule, topic, partition, record_offset, occurred_at,
                        digest, usage_key, quantity, rate_from, rate_event, sale, accounts, amounts)
            from stdin with (format binary)""";

    private static final String UPSERT_BALANCES = """
            insert into balance as b (account_id, hour, shard, debit, credit, postings)
            select * from unnest(?::int[], ?::timestamptz[], ?::smallint[], ?::numeric[], ?::numeric[], ?::bigint[])
            on conflict (account_id, hour, shard) do update
            set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                postings = b.postings + excluded.postings""";

    private static final String UPSERT_RETURNS = """
            insert into returned_line (source_id, sale_id, line, quantity, proportional_quantity, refunded, cost_reversed)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (source_id, sale_id, line) do update
            set quantity = excluded.quantity, proportional_quantity = excluded.proportional_quantity,
                refunded = excluded.refunded, cost_reversed = excluded.cost_reversed""";

    /** A row of the balance table; sorted, so that two batches never wait for each other in a circle. */
    private record Cell(int account, Instant hour, int shard) {
        private static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::account).thenComparing(Cell::hour).thenComparingInt(Cell::shard);
    }

    private final Dictionary dictionary;

    BatchWriter(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    void write(Connection connection, Batch batch, Map<String, Integer> groupIds) throws SQLException {
        intern(batch, groupIds);
        Map<Cell, Sum> cells = new TreeMap<>(Cell.ORDER);
        CopyBuffer entries = new CopyBuffer();
        for (Posted posted : batch.posted()) {
            entry(entries, cells, posted, ReferenceStore.idOf(groupIds, posted.group()));
        }
        if (entries.rows() > 0) {
            entries.copy(connection, COPY_ENTRIES);
        }
        if (!cells.isEmpty()) {
            upsert(connection, cells);
        }
        returns(connection, batch.returns());
    }

    private void intern(Batch batch, Map<String, Integer> groupIds) throws SQLException {
        Set<String> sources = new HashSet<>();
        Set<Dictionary.AccountKey> accounts = new HashSet<>();
        Set<Dictionary.UsageKey> usages = new HashSet<>();
        for (Posted posted : batch.posted()) {
            int group = ReferenceStore.idOf(groupIds, posted.group());
            sources.add(posted.event().source().toString());
            for (Posting posting : posted.entry().postings()) {
                accounts.add(new Dictionary.AccountKey(group, posting.account()));
            }
            if (posted.usage() != null) {
                usages.add(new Dictionary.UsageKey(group, posted.usage().usage()));
            }
        }
        dictionary.sources().intern(sources);
        dictionary.accounts().intern(accounts);
        dictionary.usages().intern(usages);
    }

    private void entry(CopyBuffer entries, Map<Cell, Sum> cells, Posted posted, int group) {
        List<Posting> postings = posted.entry().postings();
        int[] accounts = new int[postings.size()];
        long[] amounts = new long[postings.size()];
        Instant hour = posted.time().truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = dictionary
                    .accounts()
                    .id(new Dictionary.AccountKey(group, postings.get(i).account()));
            amounts[i] = postings.get(i).amount();
            cells.computeIfAbsent(new Cell(accounts[i], hour, posted.position().partition()), _ -> new Sum())
                    .add(amounts[i]);
        }
        entries.row(17)
                .uuid(posted.event().id())
                .int4(dictionary.sources().id(posted.event().source().toString()))
                .int2(posted.revision())
                .int4(group)
                .int2(posted.entry().rule().number())
                .int2(LogTopics.number(posted.position().topic()))
                .int4(posted.position().partition())
                .int8(posted.position().offset())
                .timestamp(posted.time())
                .uuid(posted.digest());
        usage(entries, posted, group);
        entries.bytes(posted.sale()).int4Array(accounts).int8Array(amounts);
    }

    private void usage(CopyBuffer entries, Posted posted, int group) {
        Posted.RatedUsage usage = posted.usage();
        if (usage == null) {
            entries.missing().missing().missing().missing();
        } else {
            entries.int4(dictionary.usages().id(new Dictionary.UsageKey(group, usage.usage())))
                    .numeric(usage.quantity())
                    .timestamp(usage.rate().effectiveFrom())
                    .uuid(usage.rate().eventId());
        }
    }

    private static void upsert(Connection connection, Map<Cell, Sum> cells) throws SQLException {
        int n = cells.size();
        Integer[] accounts = new Integer[n];
        Timestamp[] hours = new Timestamp[n];
        Integer[] shards = new Integer[n];
        BigDecimal[] debits = new BigDecimal[n];
        BigDecimal[] credits = new BigDecimal[n];
        Long[] postings = new Long[n];
        int i = 0;
        for (Map.Entry<Cell, Sum> cell : cells.entrySet()) {
            accounts[i] = cell.getKey().account();
            hours[i] = Timestamp.from(cell.getKey().hour());
            shards[i] = cell.getKey().shard();
            debits[i] = cell.getValue().debit();
            credits[i] = cell.getValue().credit();
            postings[i] = cell.getValue().postings();
            i++;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT_BALANCES)) {
            upsert.setArray(1, connection.createArrayOf("int", accounts));
            upsert.setArray(2, connection.createArrayOf("timestamptz", hours));
            upsert.setArray(3, connection.createArrayOf("int", shards));
            upsert.setArray(4, connection.createArrayOf("numeric", debits));
            upsert.setArray(5, connection.createArrayOf("numeric", credits));
            upsert.setArray(6, connection.createArrayOf("bigint", postings));
            upsert.executeUpdate();
        }
    }

    private void returns(Connection connection, Map<EventKey, SaleOnFile> returns) throws SQLException {
        if (returns.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT_RETURNS)) {
            for (Map.Entry<EventKey, SaleOnFile> sale : returns.entrySet()) {
                for (Map.Entry<Integer, ReturnedLine> line :
                        sale.getValue().returned().entrySet()) {
                    upsert.setInt(
                            1, dictionary.sources().id(sale.getKey().source().toString()));
                    upsert.setObject(2, sale.getKey().id());
                    upsert.setInt(3, line.getKey());
                    upsert.setBigDecimal(4, line.getValue().quantity());
                    upsert.setBigDecimal(5, line.getValue().proportionalQuantity());
                    upsert.setLong(6, line.getValue().refunded());
                    upsert.setLong(7, line.getValue().costReversed());
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }
}
