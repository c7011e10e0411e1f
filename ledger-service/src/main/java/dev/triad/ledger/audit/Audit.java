package dev.triad.ledger.audit;

import dev.triad.events.KafkaBinding;
import dev.triad.ledger.chain.Lane;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the log again up to where the books stand, posts it by the pure engine, and holds the books to it. Both sides
 * are streamed in the order of the log.
 */
public final class Audit {
    /** How many records are read between two words to whoever waits. */
    private static final int RECORDS_A_WORD = 10_000;

    private static final Comparator<TopicPartition> IN_ORDER_OF_PLACES = Comparator.<TopicPartition>comparingInt(
                    partition -> LogTopics.number(partition.topic()))
            .thenComparingInt(TopicPartition::partition);

    private final Connection connection;
    private final LogSource log;
    private final Findings findings;
    private final Progress progress;
    private final RecordDecoder decoder;
    private final BalanceSums sums = new BalanceSums();
    private long read;
    private long signed;

    /**
     * An audit of what one transaction sees.
     *
     * @param connection in a transaction whose every statement sees the same state
     * @param decoder knows the same producers as the ledger
     */
    public Audit(Connection connection, LogSource log, RecordDecoder decoder, Findings findings, Progress progress) {
        this.connection = connection;
        this.log = log;
        this.decoder = decoder;
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * Compares everything.
     *
     * @param noted heads that were noted earlier
     * @return the heads as they stand
     */
    public List<LaneHead> run(List<LaneHead> noted) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute("set local work_mem = '64MB'");
        }
        List<LaneHead> heads = LaneHead.read(connection);
        Map<TopicPartition, Long> offsets = offsets();
        Names names = new Names(connection, findings);
        ReferenceOfLog reference = new ReferenceOfLog(connection, log, decoder, offsets);
        reference.compare(connection, findings);
        ChainCheck chain = new ChainCheck(connection, findings, heads);
        try (EntryRows entries = new EntryRows(connection);
                SuspenseRows suspense = new SuspenseRows(connection)) {
            RecordCheck records = new RecordCheck(connection, findings, names, reference, sums, entries, suspense);
            for (Map.Entry<TopicPartition, Long> partition : offsets.entrySet()) {
                read(partition.getKey(), partition.getValue(), records, chain, total(offsets));
            }
            records.finish();
        }
        progress.at(read, total(offsets), findings.count(Subject.ENTRIES));
        try (ChainCheck.LaneCheck lane = chain.lane(Lane.SUSPENSE)) {
            lane.toTheEnd();
        }
        chain.finish();
        chain.compareNoted(noted);
        requireOnceEach();
        balances(names);
        return heads;
    }

    /** How many records were read. */
    public long read() {
        return read;
    }

    /** How many of them carry a signature, whether it was checked or not. */
    public long signed() {
        return signed;
    }

    private static long total(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The offset of the next record to post, by partition, in the order of the places of their records. */
    private Map<TopicPartition, Long> offsets() throws SQLException {
        Map<TopicPartition, Long> offsets = new TreeMap<>(IN_ORDER_OF_PLACES);
        try (PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from intake_offset");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                offsets.put(new TopicPartition(LogTopics.name(rows.getInt(1)), rows.getInt(2)), rows.getLong(3));
            }
        }
        return offsets;
    }

    private void read(TopicPartition partition, long next, RecordCheck records, ChainCheck chain, long total)
            throws SQLException {
        long end = log.end(partition);
        String lane = Lane.of(partition.topic(), partition.partition());
        if (next > end) {
            findings.differ(Subject.OFFSETS, lane, "a next offset of " + end + " or less, where the log ends", next);
        }
        try (ChainCheck.LaneCheck links = chain.lane(lane)) {
            records.begin(partition, links);
            log.read(partition, next, record -> check(record, records, total));
            records.end(partition);
        }
    }

    private void check(ConsumerRecord<byte[], byte[]> record, RecordCheck records, long total) {
        if (++read % RECORDS_A_WORD == 0) {
            progress.at(read, total, findings.count(Subject.ENTRIES));
        }
        if (record.headers().lastHeader(KafkaBinding.SIGNATURE) != null) {
            signed++;
        }
        Received received = decoder.decode(record);
        long position = LogPlace.of(new RecordPosition(record.topic(), record.partition(), record.offset()));
        try {
            records.record(received, position);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A database that fails while a record is compared. */
    static final class DatabaseFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseFailure(SQLException e) {
            super(e);
        }
    }

    /** The index on events says so too, unless somebody has taken it away. */
    private void requireOnceEach() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select e.event_id, s.name, e.revision, count(*)
                        from entry e left join source s on s.id = e.source_id
                        group by 1, 2, 3 having count(*) > 1""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                findings.differ(
                        Subject.ENTRIES,
                        "event " + rows.getString(1) + " of " + rows.getString(2),
                        "one entry of revision " + rows.getInt(3),
                        rows.getLong(4));
            }
        }
    }

    private void balances(Names names) throws SQLException {
        Map<Integer, BigInteger> byAccount = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select account_id, (extract(epoch from hour) / 3600)::bigint, sum(debit), sum(credit), sum(postings)
                from balance group by account_id, hour order by hour, account_id""")) {
            select.setFetchSize(EntryRows.FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int account = rows.getInt(1);
                    BalanceSums.Sum found = BalanceSums.Sum.read(rows, 3);
                    byAccount.merge(account, found.debit().subtract(found.credit()), BigInteger::add);
                    compare(names, account, rows.getLong(2), found);
                }
            }
        }
        sums.left((account, hour, expected) -> findings.same(
                Subject.BALANCES, name(names, account, hour), expected.toString(), BalanceSums.Sum.NONE.toString()));
        new RollupCheck(connection, findings, names).compare();
        totals(names, byAccount);
    }

    private void compare(Names names, int account, long hour, BalanceSums.Sum found) {
        findings.compared(Subject.BALANCES);
        BalanceSums.Sum expected = sums.take(account, hour);
        if (!expected.equals(found)) {
            findings.differ(Subject.BALANCES, name(names, account, hour), expected, found);
        }
    }

    private static String name(Names names, int account, long hour) {
        return names.words(account) + " at " + Instant.ofEpochSecond(hour * 3_600);
    }

    private void totals(Names names, Map<Integer, BigInteger> byAccount) {
        Mirrors mirrors = new Mirrors();
        Map<String, BigInteger> trial = new TreeMap<>();
        byAccount.forEach((id, balance) -> {
            Names.Account account = names.account(id);
            if (account != null) {
                String group = names.group(account.group());
                mirrors.add(group, account.name(), balance);
                trial.merge(group, balance, BigInteger::add);
            }
        });
        mirrors.sums().forEach((pair, sum) -> findings.same(Subject.MIRRORS, pair, BigInteger.ZERO, sum));
        trial.forEach((group, sum) ->
                findings.same(Subject.TRIAL_BALANCES, "the trial balance of " + group, BigInteger.ZERO, sum));
    }
}
