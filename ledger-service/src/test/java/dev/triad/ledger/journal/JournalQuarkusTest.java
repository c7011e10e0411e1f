package dev.triad.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.LineKind;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.ledger.account.AccountFilter;
import dev.triad.ledger.account.Balances;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.posting.BatchPoster;
import dev.triad.ledger.posting.Oracle;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The journal by itself, handed batches as rebalances would hand them: twice, overlapping, and by two owners at
 * once. The partitions are ones that no consumer of this test run reads.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class JournalQuarkusTest {
    private static final int EVENTS = 400;

    @Inject
    Journal journal;

    @Inject
    Books books;

    @Inject
    Event<Journal.Committed> committed;

    @Inject
    DataSource dataSource;

    @Inject
    Balances balances;

    @Inject
    Groups groups;

    @Test
    void aBatchThatIsHandedOverAgainIsPostedOnce() throws SQLException {
        // Given
        List<CloudEvent> stream = Streams.of("twice", 1, EVENTS);
        List<Received> records = records(stream, 40);
        journal.post(records, Map.of());

        // When
        journal.post(records, Map.of());
        journal.post(records.subList(EVENTS / 2, EVENTS), Map.of());

        // Then
        assertThat(books("twice")).isEqualTo(Oracle.balances(stream));
    }

    @Test
    void anEventThatAnotherReplicaPostedIsPostedOnce() throws SQLException {
        // Given: two replicas that know nothing of each other, and the same events at other places of the log
        List<CloudEvent> stream = Streams.of("replicas", 4, EVENTS);
        Journal other = new Journal(books, new Repeats(), committed);
        other.post(records(stream.subList(0, 1), 44), Map.of());
        journal.post(records(stream, 43), Map.of());

        // When
        other.post(records(stream, 45), Map.of());

        // Then
        assertThat(books("replicas")).isEqualTo(Oracle.balances(stream));
    }

    @Test
    void anEventIsPostedOnceByAProcessThatBeganAfterIt() throws SQLException {
        // Given
        List<CloudEvent> stream = Streams.of("restarted", 5, EVENTS);
        journal.post(records(stream, 46), Map.of());

        // When
        Journal next = new Journal(books, new Repeats(), committed);
        next.post(records(stream, 47), Map.of());

        // Then
        assertThat(books("restarted")).isEqualTo(Oracle.balances(stream));
    }

    @Test
    void twoOwnersOfOnePartitionPostEachRecordOnce() throws SQLException, InterruptedException, ExecutionException {
        // Given: a stale owner and a new one, each with batches of its own size over the same records
        List<CloudEvent> stream = Streams.of("owners", 2, EVENTS);
        List<Received> records = records(stream, 41);
        journal.post(records.subList(0, 1), Map.of());

        // When
        try (ExecutorService owners = Executors.newFixedThreadPool(2)) {
            List<Future<?>> done =
                    List.of(owners.submit(() -> postAll(records, 7)), owners.submit(() -> postAll(records, 31)));
            for (Future<?> owner : done) {
                owner.get();
            }
        }

        // Then
        assertThat(books("owners")).isEqualTo(Oracle.balances(stream));
    }

    /** As when one waited for its sale and is tried again while the next batch has the other. */
    @ParameterizedTest
    @ValueSource(strings = {"none-before", "one-before", "one-before-by-an-older-ledger"})
    void twoReturnsOfOneSaleAtTheSameTimeKnowOfEachOtherThoughTheirLinesDiffer(String group)
            throws SQLException, InterruptedException, ExecutionException {
        // Given: so little is sold that a share of it is rounded otherwise with every line that comes back
        int before = group.startsWith("one") ? 1 : 0;
        List<CloudEvent> stream = saleThatComesBack(group, 2 + before);
        int partition = 50 + 10 * group.length();
        journal.post(records(stream.subList(0, 2 + before), partition), Map.of());
        if (group.endsWith("older-ledger")) {
            execute("delete from returned_line where quantity = 0");
        }
        List<Received> first = records(stream.subList(2 + before, 3 + before), partition + 1);
        List<Received> second = records(stream.subList(3 + before, 4 + before), partition + 2);

        // When: the second is posted before the first is durable
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Books.Transaction transaction = books.begin(false)) {
            TopicPartition place = new TopicPartition(Topics.SALES, partition + 1);
            transaction.lockOffsets(Set.of(place));
            Repeats.Memory memory = new Repeats().of(transaction);
            transaction.write(BatchPoster.post(new BooksView(transaction, List.of(), memory, true), first));
            transaction.advance(Map.of(place, new Offsets.Move(0, 1)));
            Future<?> posted = other.submit(() -> postAll(second, 1));
            await().until(() -> posted.isDone() || isAnyWaitingForAnother());
            transaction.commit();
            posted.get();
        }

        // Then
        assertThat(books(group)).isEqualTo(Oracle.balances(stream));
    }

    @Test
    void booksThatWentBackInTimeAreNoticedBeforeAGapArises() {
        // Given
        List<Received> records = records(Streams.of("rewound", 3, EVENTS), 42);
        Map<TopicPartition, Long> seen = new HashMap<>();
        for (Received record : records) {
            seen.put(new TopicPartition(record.raw().position().topic(), 42), 1_000L);
        }

        // When, then
        assertThatThrownBy(() -> journal.post(records, seen)).isInstanceOf(LogRewoundException.class);
        assertThat(groups.snapshot().groupIds()).doesNotContainKey("rewound");
    }

    /** A group, a sale of three lines that an ad of the device unit brought about, and returns of some of them. */
    private static List<CloudEvent> saleThatComesBack(String group, int returned) {
        Source store = new Source(group, "store");
        SaleLine line =
                new SaleLine("sku-1", "things", LineKind.GOODS, BigDecimal.ONE, new BigDecimal("0.000000001"), null);
        Attribution attribution = new Attribution("device", "echo", "2026-w01", new BigDecimal("0.333"));
        UUID sale = new UUID(0x7000, 1_000);
        SaleRecorded sold = new SaleRecorded("web", null, List.of(line, line, line), null, List.of(attribution));
        List<CloudEvent> stream = new ArrayList<>(Streams.of(group, 6, 1).subList(0, 1));
        stream.add(Streams.event(sale, store, "order", Streams.START, sold));
        for (int number = 1; number <= returned; number++) {
            UUID id = new UUID(0x7000, 1_000 + number);
            stream.add(Streams.event(id, store, "order", Streams.START, returned(sale, number)));
        }
        return stream;
    }

    private static SaleReturned returned(UUID sale, int line) {
        return new SaleReturned(sale, List.of(new ReturnLine(line, "sku-1", BigDecimal.ONE, null)), null);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isAnyWaitingForAnother() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private @org.jspecify.annotations.Nullable Void postAll(List<Received> records, int batchSize) throws SQLException {
        for (int from = 0; from < records.size(); from += batchSize) {
            List<Received> batch = records.subList(from, Math.min(records.size(), from + batchSize));
            boolean posted = false;
            while (!posted) {
                try {
                    journal.post(batch, Map.of());
                    posted = true;
                } catch (SQLException e) {
                    // A race that was lost; the same batch again, as intake does it.
                    assertThat(e.getSQLState()).isIn("40001", "40P01", "23505");
                }
            }
        }
        return null;
    }

    /** The stream as the log holds it: every topic counts its own offsets. */
    private static List<Received> records(List<CloudEvent> stream, int partition) {
        Map<String, Long> offsets = new HashMap<>();
        List<Received> records = new ArrayList<>();
        for (CloudEvent event : stream) {
            long offset = offsets.merge(event.type().topic(), 1L, Long::sum) - 1;
            records.add(Streams.received(event, partition, offset));
        }
        return records;
    }

    private Map<String, BigInteger> books(String group) {
        Map<String, BigInteger> books = new TreeMap<>();
        balances.turnovers(AccountFilter.all(groups.known(group).id()), null, null)
                .values()
                .forEach(turnover -> {
                    if (turnover.balance().signum() != 0) {
                        books.put(turnover.account(), turnover.balance());
                    }
                });
        return books;
    }
}
